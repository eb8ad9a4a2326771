parser grammar Expressions;

// Nothing goes on with a bare word, a text, `{` or a literal: only with an operator, or a bracket directly on a name.
expr
    : '-' expr                                                      # negation
    | expr LENGTH                                                   # withLength
    | expr ('*' | '/') expr                                         # product
    | expr ('+' | '-') expr                                         # sum
    | expr ('==' | '!=' | '<' | '<=' | '>' | '>=' | IN) expr        # comparison
    | NOT expr                                                      # not
    | expr AND expr                                                 # and
    | expr OR expr                                                  # or
    | IF expr THEN expr ELSE expr                                   # conditional
    | primary                                                       # simple
    ;

primary
    : reference
    | STRING | TEXT
    | TRUE | FALSE
    | INT | INT_RANGE | QUANTITY | LENGTH
    | ADDRESS4 | NET4 | RANGE4 | ADDRESS6 | NET6 | RANGE6
    | list
    | map
    | '(' expr ')'
    | SLIP
    ;

reference: (NAME | PATH) suffix*;
suffix: '(' arguments? ')' | '[' expr ']';

list: '[' (expr (FOR NAME (',' NAME)? IN expr (IF expr)? | (',' expr)* ','?))? ']';
map: '{' ((key | STRING) '=' expr)* '}';
