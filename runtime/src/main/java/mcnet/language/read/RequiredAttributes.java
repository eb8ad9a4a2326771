package mcnet.language.read;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.language.print.ExpressionText;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.schema.Attribute;
import mcnet.schema.Kind;

/** What a declaration must say, and did not. */
record RequiredAttributes(Kind kind, String name, Span span, ProgramReader program) {

    void check(Map<String, Setting> settings, Map<String, ? extends Map<String, Setting>> on) {
        for (Attribute attribute : kind.attributes()) {
            boolean asked = attribute.isRequired()
                    && (attribute.block().isEmpty() || settings.containsKey(attribute.block()));
            if (asked && !settings.containsKey(attribute.path()) && !program.findings.inDoubt(span, attribute.path()))
                missing(attribute, on);
        }
    }

    private void missing(Attribute attribute, Map<String, ? extends Map<String, Setting>> on) {
        Collection<String> members = program.names.of(KindName.MEMBER);
        List<String> without = members.stream()
                .filter(m -> !on.containsKey(m) || !on.get(m).containsKey(attribute.path()))
                .toList();
        boolean some = attribute.isPerMember() && on.values().stream().anyMatch(o -> o.containsKey(attribute.path()));
        if (!some) {
            program.findings.add(Diagnostic.error("MC0290", "missing"
                    + " attribute " + attribute.name() + " of " + title(),
                    new Label(span, attribute.name() + ": " + sentence(attribute.doc())))
                    .why("there is no default that is right for every site, and the server's choice may be"
                            + " unexpected")
                    .fix("write " + attribute.name() + " = " + ExpressionText.example(attribute.type())));
        } else if (!without.isEmpty())
            program.findings.add(Diagnostic.error("MC0291", "missing"
                    + " attribute " + attribute.name() + " of " + title() + " on "
                    + String.join(", ", without), new Label(span, ""))
                    .why("every member needs a value, and only some have one in `on`")
                    .fix("add " + attribute.name() + " = … for all, or on " + without.getFirst() + " { "
                            + attribute.name() + " = … }"));
    }

    private String title() {
        return name.isEmpty() ? kind.name() : kind.name() + " " + name;
    }

    private static String sentence(String doc) {
        String text = doc.endsWith(".") ? doc.substring(0, doc.length() - 1) : doc;
        return text.isEmpty() ? "" : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
