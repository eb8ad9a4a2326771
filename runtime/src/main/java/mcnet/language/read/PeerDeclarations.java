package mcnet.language.read;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Body;
import mcnet.grammar.tree.Name;
import mcnet.grammar.tree.StatementNode;
import mcnet.language.bind.ReferenceResolver;
import mcnet.language.bind.SubjectResolver;
import mcnet.language.value.AddressLiterals.InvalidValue;
import mcnet.model.Declaration;
import mcnet.model.Enclosure;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.model.Value;

/**
 * {@code peer web <-> db} as a declaration called {@code web <-> db}, whose settings {@code left} and {@code right} name
 * the networks.
 */
record PeerDeclarations(ProgramReader program) {

    /** Empty: it is wrong, and that is reported; or it is another cluster's. */
    Optional<Declaration> peer(StatementNode.Peer peer) {
        SubjectResolver places = new SubjectResolver(program.names, program.findings);
        String left = cluster(peer.left());
        String right = cluster(peer.right());
        if (!left.isEmpty() && !right.isEmpty() && !left.equals(right)) {
            program.findings.add(Diagnostic.error("MC0518", "cannot peer networks of"
                    + " clusters " + left + " and " + right, new Label(peer.span(), ""))
                    .why("a peering connects two networks inside one OVN, and each cluster has its own OVN")
                    .fix("connect them outside: by routes on the uplinks, or by a forward on one side"));
            return Optional.empty();
        }
        if (places.isElsewhere(peer.left().text()) || places.isElsewhere(peer.right().text()))
            return Optional.empty();
        return program.index.kind(KindName.PEER).flatMap(kind -> {
            Optional<Value.Reference> a = network(peer.left());
            Optional<Value.Reference> b = network(peer.right());
            if (a.isEmpty() || b.isEmpty())
                return Optional.empty();
            boolean inOrder = a.get().name().compareTo(b.get().name()) <= 0;
            String one = (inOrder ? a : b).get().name() + " <-> " + (inOrder ? b : a).get().name();
            Span head = peer.left().span().to(peer.right().span());
            if (a.get().name().equals(b.get().name())) {
                program.findings.add(Diagnostic.error("MC0519", "network " + a.get().name()
                        + " is peered with itself", new Label(head, ""))
                        .why("instances of one network reach each other anyway").fix("write another network"));
                return Optional.empty();
            }
            if (!program.isNew("", Enclosure.PROGRAM, KindName.PEER, one, head))
                return Optional.empty();
            DeclarationReader reader = new DeclarationReader(program, kind, a.get().name() + " <-> " + b.get().name(),
                    head,
                    Enclosure.PROGRAM);
            reader.say(new Setting("left", a.get(), peer.left().span()));
            reader.say(new Setting("right", b.get(), peer.right().span()));
            return Optional.of(reader.read(peer.body().orElse(new Body(List.of(), peer.span()))));
        });
    }

    private String cluster(Name name) {
        int dot = name.text().indexOf('.');
        String first = dot < 0 ? "" : name.text().substring(0, dot);
        return program.names.isCluster(first) ? first : "";
    }

    private Optional<Value.Reference> network(Name name) {
        try {
            return Optional
                    .of(new ReferenceResolver(program.names, program.findings).of(List.of(KindName.NETWORK),
                            name.text(),
                            name.span()));
        } catch (InvalidValue wrong) {
            if (wrong.diagnostic != null)
                program.findings.add(wrong.diagnostic);
            return Optional.empty();
        }
    }
}
