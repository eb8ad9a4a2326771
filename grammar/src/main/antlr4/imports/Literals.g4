lexer grammar Literals;

INT: D+;
INT_RANGE: D+ '-' D+;
QUANTITY: D+ [a-zA-Z]+;
ADDRESS4: D+ ('.' D+)+;
NET4: ADDRESS4 '/' D+;
RANGE4: ADDRESS4 '-' (D [0-9.]* | X* ':' [0-9a-fA-F:.]*);
ADDRESS6: X* ':' X* ':' [0-9a-fA-F:.]*;           // a MAC address too: told apart when judged
NET6: ADDRESS6 '/' D+;
RANGE6: ADDRESS6 '-' (X* ':' [0-9a-fA-F:.]* | ADDRESS4);
LENGTH: '/' D+;

PATH: WORD ('.' [a-zA-Z0-9_] [a-zA-Z0-9_-]*)+;    // std.vpc, berlin.web, enp5s0.100, shop.example.org
NAME: WORD;

TEXT: '"""' .*? '"""';
STRING: BEGUN '$'* '"';

// What no place can take. Each is one token and one error, and a value as far as the parser is concerned.
SLIP
    : ADDRESS4 ':' D+                                                                   // 10.0.0.1:8443
    | (NET4 | RANGE4 | ADDRESS6 | NET6 | RANGE6 | INT_RANGE | LENGTH) [0-9A-Za-z_.:]+
    | (ADDRESS4 | ADDRESS6) '//' D+                                                       // 10.42.1.1//24
    | WORD '::' [0-9A-Za-z:.]*
    | D [0-9A-Za-z]* ':' [0-9A-Za-z:.]+
    | D [0-9A-Za-z_.-]*                                                                 // 10.0.0.1x, 24x7, 3-x
    | [0-9A-Za-z_.]* ALIEN ([0-9A-Za-z_.-] | ALIEN)*
    | [@%$&] (WORD | '{' WORD '}')                                                      // @internal, $env
    | [`~^!?\\] [0-9A-Za-z_.-]*
    | BEGUN ('$'+ '{' ~["{}\r\n]* ('"' ~["{}\r\n]* '"' ~["{}\r\n]*)+ '}' INSIDE)+ '"'?                    // "${m["a"]}"
    | '"' ~["\r\n]*
    | '\'' ~['\r\n]* '\''?
    | .
    ;

fragment WORD: [a-zA-Z_] [a-zA-Z0-9_]* ('-'+ [a-zA-Z0-9_]+)*;
fragment BEGUN: '"' INSIDE;
fragment INSIDE: (~["\\\r\n$] | ESCAPED | '$'+ (~["{\\\r\n$] | ESCAPED) | '$'+ '{' ~["{}\r\n]* '}')*;
fragment ESCAPED: '\\' ~[\r\n];
fragment D: [0-9];
fragment X: [0-9a-fA-F];
fragment ALIEN: [\u0080-\uFFFF];
