"""From a project to a published edition: plan, run, publish."""
