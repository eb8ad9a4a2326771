package mcnet.product;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Arrays;
import java.util.Optional;

/** What {@code server = …} of a cluster may say: the product and release that {@code check} goes by, without asking one. */
public enum AssumedServer {
    /** Also where nothing is said. */
    LXD("lxd", Product.LXD, "5.0.2"), INCUS("incus", Product.INCUS, "7.0.2"), INCUS_6_0("incus-6.0", Product.INCUS,
            "6.0.4");

    private final String word;
    private final Product product;
    private final String release;

    AssumedServer(String word, Product product, String release) {
        this.word = word;
        this.product = product;
        this.release = release;
    }

    /** @param word {@code incus}; an unknown one is an error of its own */
    public static AssumedServer named(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst().orElse(LXD);
    }

    /** The one to write for a server that was asked. */
    public static AssumedServer like(Server server) {
        return Arrays.stream(values()).filter(each -> each.isLike(server)).findFirst().orElse(LXD);
    }

    /** All that a file may say. */
    public static String[] words() {
        return Arrays.stream(values()).map(AssumedServer::word).toArray(String[]::new);
    }

    /** As a file says it. */
    public String word() {
        return word;
    }

    public ServerFacts facts() {
        return ServerFacts.of(new Server("", Optional.of(product), release, MissingNode.getInstance()));
    }

    /** Whether it is of the product, and {@code check} judges ACLs as the server does. */
    public boolean isLike(Server server) {
        return server.is(product) && ordersRulesLike(server);
    }

    /** Whether rules of ACLs come before one another as on the server. */
    public boolean ordersRulesLike(Server server) {
        return facts().hasDirectionalAcls() == ServerFacts.of(server).hasDirectionalAcls();
    }
}
