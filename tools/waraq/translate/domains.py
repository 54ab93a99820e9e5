"""Top-level domains, as far as readers would take them for the end of an address."""

EVERYWHERE = """
com net org info biz onion xyz
"""
"""They are no words of any language, so they make an address in any letters."""

WORDY = """
io ai edu gov mil int online site top club shop store app dev page link click live news blog
tech pro tv name mobi asia cloud email chat group team wiki world today space fun icu vip win
work best life website press media agency network zip mov arpa example invalid test local
internal рф қаз укр бел срб
"""
"""They are words, too: after a full stop in capitals they begin a sentence."""

COUNTRIES = """
ac ad ae af ag al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw
by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es
et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu
id ie il im in iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt
lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl
no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg
sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua
ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw
"""
