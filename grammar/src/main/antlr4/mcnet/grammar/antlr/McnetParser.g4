// Every item begins with a word and ends where nothing of its own can follow, so items need no line ends between them.
parser grammar McnetParser;

options { tokenVocab = McnetLexer; }

import Sentences, Expectations, Blueprints, Expressions;

file: item* EOF;

body: '{' item* '}';

item
    : PROGRAM name                                      # program
    | IMPORT name (AS NAME)?                            # importing
    | INVENTORY STRING                                  # inventory
    | LET NAME '=' expr                                 # let
    | PARAM NAME ':' type ('=' expr)?                   # param
    | REQUIRE expr ',' STRING                           # require
    | FOR NAME (',' NAME)? IN expr body                 # for
    | IF expr body (ELSE body)?                         # if
    | BLUEPRINT NAME '(' parameters? ')' body           # blueprint
    | USE (NAME | PATH) '(' arguments? ')'              # use
    | ON name (',' name)* body                          # on
    | EXPECT claims                                     # expect
    | PEER name '<->' name body?                        # peer
    | SERVICE NAME '=' matches                          # namedService
    | FLOW ends '->' ends (carried | ANY) STRING?       # flow
    | verdict direction (service reach? | reach) (LOG | DISABLED)? STRING?   # sentence
    | OTHERWISE (verdict direction LOG? | '->' place)   # otherwise
    | (PROTOCOL ports | NAME) '->' targets STRING?      # translation
    | EXISTING kind head body?                          # existing
    | kind head body                                    # declaration
    | key '=' expr                                      # attribute
    | key body                                          # block
    ;

kind: NAME | thing;
name: NAME | PATH | STRING;
key: NAME | PATH | word;

// What is declared: a name, or an address that serves as one.
head
    : (NAME | PATH) ('(' arguments? ')')?
    | STRING
    | ADDRESS4 | ADDRESS6 | NET4 | NET6
    | SLIP
    ;
