package mcnet.language.read;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Name;
import mcnet.language.bind.UnknownNames;
import mcnet.model.InvalidParts;
import mcnet.model.Setting;

/** What a declaration says for some members only: {@code on micro3 { … }}, {@code on rack1 { … }}. */
final class MemberSettings {
    private final ProgramReader program;
    private final Span declaration;
    private final SequencedMap<String, SequencedMap<String, Setting>> members = new LinkedHashMap<>();
    private final SequencedMap<String, SequencedMap<String, Setting>> groups = new LinkedHashMap<>();

    MemberSettings(ProgramReader program, Span declaration) {
        this.program = program;
        this.declaration = declaration;
    }

    /** Where the settings for a member or a group go; of a name that is unknown it is reported. */
    BodyPlace place(Name name) {
        String word = name.text();
        boolean member = program.names.isMember(word);
        boolean group = !member && program.groups.has(word);
        if (!member && !group) {
            if (!program.findings.mayBeDeclared(word))
                program.findings.add(unknown(name));
            program.findings.doubt(declaration, InvalidParts.ALL);
        }
        return new BodyPlace("", (group ? groups : members).computeIfAbsent(word, _ -> new LinkedHashMap<>()), true);
    }

    /** By member; one's own setting wins over its group's. */
    SequencedMap<String, SequencedMap<String, Setting>> byMember() {
        groups.forEach((group, settings) -> program.groups.of(group).forEach(
                member -> settings.forEach(
                        members.computeIfAbsent(member, _ -> new LinkedHashMap<>())::putIfAbsent)));
        return members;
    }

    private Diagnostic unknown(Name name) {
        Set<String> known = new LinkedHashSet<>(program.names.places());
        known.addAll(program.groups.members().keySet());
        return Diagnostic.error("MC0254", "unknown member, group or cluster \"" + name.text() + "\"",
                new Label(name.span(), "")).fix(
                        UnknownNames.hint(name.text(), known, known.isEmpty()
                                ? "declare it: cluster NAME { member " + name.text() + " { address = … } }"
                                : "write one of: " + String.join(", ", known)));
    }
}
