package mcnet.importing;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.grammar.Parser;
import mcnet.grammar.tree.Body;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.StatementNode;
import mcnet.model.KindName;
import mcnet.plan.ResourceId;
import mcnet.schema.IndexFile;

/** Tells which object and which of its attributes a place of an imported text is about. */
public final class DeclarationFinder {
    private final List<Item> items;

    public DeclarationFinder(Source source) {
        this.items = Parser.parse(source).file().items();
    }

    /** @param attribute its path, {@code ipv4.address}; empty: the object as a whole */
    public record Place(ResourceId id, String attribute) {}

    /** Empty where it is about no object of the cluster. */
    public Optional<Place> find(Span span) {
        return items.stream().filter(item -> holds(item.span(), span)).findFirst().flatMap(item -> top(item, span));
    }

    private static boolean holds(Span outer, Span inner) {
        return outer.start() <= inner.start() && inner.start() < Math.max(outer.end(), outer.start() + 1);
    }

    private static Optional<Place> top(Item item, Span span) {
        return switch (item) {
            case Item.Statement(StatementNode.Peer peer, var _) -> Optional.of(peer(peer, span));
            case Item.Declaration d when d.existing() -> Optional.empty();
            case Item.Declaration d when d.kind().text().equals(KindName.CLUSTER) -> Optional.empty();
            case Item.Declaration d when d.kind().text().equals(KindName.PROJECT) ->
                inside(d.body(), span).filter(inner -> inner instanceof Item.Declaration declaration
                        && !declaration.kind().text().equals(KindName.GRANT))
                        .map(inner -> object((Item.Declaration) inner, name(d), span))
                        .or(() -> Optional.of(object(d, "", span)));
            case Item.Declaration d -> Optional.of(object(d, "", span));
            default -> Optional.empty();
        };
    }

    private static Place peer(StatementNode.Peer peer, Span span) {
        ResourceId id = new ResourceId(KindName.PEER, peer.left().text() + " <-> " + peer.right().text());
        return new Place(id, peer.body().map(body -> path(body, span)).orElse(""));
    }

    private static Place object(Item.Declaration declaration, String project, Span span) {
        String kind = declaration.kind().text();
        ResourceId id = new ResourceId(kind, project, "", name(declaration));
        Optional<Item> inner = inside(declaration.body(), span);
        if (inner.isPresent() && inner.get() instanceof Item.Declaration part && isPartOf(kind, part)) {
            ResourceId own = new ResourceId(part.kind().text(), project, name(declaration), name(part));
            return new Place(own, part.body().map(body -> path(body, span)).orElse(""));
        }
        return new Place(id, declaration.body().map(body -> path(body, span)).orElse(""));
    }

    /** An object of its own on the server, and not some keys of the other. */
    private static boolean isPartOf(String kind, Item.Declaration part) {
        return IndexFile.shipped().kind(part.kind().text()).filter(k -> k.server().parent().equals(kind)).isPresent();
    }

    private static Optional<Item> inside(Optional<Body> body, Span span) {
        return body.flatMap(b -> b.items().stream().filter(i -> holds(i.span(), span)).findFirst());
    }

    /** The attribute's path; empty where a sentence is meant, or the declaration itself. */
    private static String path(Body body, Span span) {
        return inside(Optional.of(body), span).map(item -> switch (item) {
            case Item.Attribute a -> a.key().text();
            case Item.Block b -> join(b.key().text(), path(b.body(), span));
            case Item.On on -> path(on.body(), span);
            case Item.Declaration d when d.kind().text().equals(KindName.NIC) ->
                d.body().map(b -> path(b, span)).filter(p -> !p.isEmpty()).map(p -> name(d) + "." + p).orElse("");
            case Item.Declaration d ->
                d.body().map(b -> path(b, span)).filter(p -> !p.isEmpty())
                        .map(p -> d.kind().text() + "." + name(d) + "." + p).orElse("");
            default -> "";
        }).orElse("");
    }

    private static String join(String block, String inner) {
        return inner.isEmpty() ? block : block + "." + inner;
    }

    private static String name(Item.Declaration declaration) {
        return switch (declaration.head()) {
            case Expression.Word word -> word.text();
            case Expression.Text text -> text.text();
            case Expression.Literal literal -> literal.text();
            default -> declaration.head().span().text();
        };
    }
}
