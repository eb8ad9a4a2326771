package mcnet.schema;

/** What may be said in a declaration beside attributes. */
public enum StatementKinds {
    RULES("allow ingress tcp 80, 443 from 10.0.0.0/8 log \"what for\""), DEFAULTS(
            "otherwise reject ingress log"), PORTS(
                    "tcp 80, 443 -> 10.42.1.10 port 8080"), REST("otherwise -> 10.42.1.9");

    private final String example;

    StatementKinds(String example) {
        this.example = example;
    }

    /** One such sentence, as it is written. */
    public String example() {
        return example;
    }
}
