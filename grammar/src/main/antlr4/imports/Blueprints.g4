parser grammar Blueprints;

parameters: parameter (',' parameter)* ','?;
parameter: NAME ':' type ('=' expr)?;

type
    : NAME
    | word
    | STRING ('|' STRING)*
    | '[' type ']'
    | '{' type '}'
    ;

arguments: argument (',' argument)* ','?;
argument: expr ('=' expr)?;            // name = value; that the left side is a name is judged later
