// Lex loosely, judge strictly: whatever looks like a number or an address is one token, valid or not, so that a later
// pass can say once, at the right place, what is wrong with it.
lexer grammar McnetLexer;

import Words, Literals;

OPEN: '{';
CLOSE: '}';
OPEN_LIST: '[';
CLOSE_LIST: ']';
OPEN_PAREN: '(';
CLOSE_PAREN: ')';
COMMA: ',';
COLON: ':';
BAR: '|';
IS: '=';
ARROW: '->';
BOTH: '<->';
EQUAL: '==';
UNEQUAL: '!=';
UNDER: '<';
AT_MOST: '<=';
OVER: '>';
AT_LEAST: '>=';
PLUS: '+';
MINUS: '-';
TIMES: '*';
SLASH: '/';

COMMENT: '#' ~[\r\n]* -> channel(HIDDEN);
SLASHES: '//' ~[\r\n]* -> channel(HIDDEN);   // reported, then as if it were not there
BLANK: [ \t\r\n\f;]+ -> skip;
