parser grammar Expectations;

claims: '{' claim* '}';

claim
    : ends (NEVER | NOT)? REACHES ends carried? STRING?          # reaches
    | ONLY ends REACH ends carried? STRING?                      # onlyReach
    | FOR NAME (',' NAME)? IN expr claims                                                   # claimFor
    | IF expr claims (ELSE claims)?                                                         # claimIf
    ;

ends: end (',' end)*;

// No claim begins with a bracket or a sign: an end is a place, not an expression.
end
    : ANY
    | INTERNET
    | thing name
    | place
    ;

carried: matches | USING NAME (',' NAME)*;
matches: match (',' match)*;
match: PROTOCOL ports? | ICMP icmp?;
