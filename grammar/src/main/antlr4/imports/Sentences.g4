parser grammar Sentences;

// A list goes on only after a comma; an optional tail begins with its own word.
verdict: ALLOW | REJECT | DROP;
direction: INGRESS | EGRESS;

service
    : PROTOCOL (PORT? ports)?
    | ICMP icmp?
    | ANY
    | NAME
    ;

reach
    : FROM subjects (SOURCE PORT ports)? (TO subjects)? (PORT ports)?
    | TO subjects (PORT ports)?
    ;

subjects: subject (',' subject)*;

subject
    : ANY
    | INTERNAL
    | EXTERNAL
    | PEER name '/' name
    | thing name
    | place
    ;

thing: NETWORK | ACL | ADDRESS_SET | UPLINK | INSTANCE;

targets: target (',' target)*;
target: place (PORT targetPorts)?;
targetPorts: number (',' number)* | '(' expr ')';

ports: port (',' port)*;
port: number | '(' expr ')';
number: INT | INT_RANGE;
icmp: INT LENGTH?;

// A place is never a bare number, so `a port 8080, b` and `a port 8080, 8081` are both what they look like.
place
    : reference
    | STRING
    | ADDRESS4 | ADDRESS6 | RANGE4 | RANGE6 | NET4 | NET6
    | SLIP
    ;

// Words of sentences that may name an attribute or a block all the same. `expect` and `otherwise` do not: what follows
// them is so long that a mistake in it could not be placed.
word
    : ALLOW | REJECT | DROP | INGRESS | EGRESS | FROM | TO | PORT | SOURCE | LOG | DISABLED
    | ANY | INTERNAL | EXTERNAL | INTERNET | NETWORK | ACL | ADDRESS_SET | UPLINK | INSTANCE | PEER
    | REACHES | REACH | NEVER | ONLY | USING | PROTOCOL | ICMP
    | FLOW | SERVICE | PROGRAM | EXISTING | INVENTORY | AS
    ;
