package mcnet.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.report.terminal.Style;
import org.junit.jupiter.api.Test;

class DiagnosticTextTest {
    private final Source shop = new Source("shop.mcnet", "a\n".repeat(8) + "forward 198.51.100.50 {\n  日本 \t= x\n");

    @Test
    void guiltyPlacesHaveCaretsAndTheOthersDashes() {
        Source site = new Source("site.mcnet", "routes = [198.51.100.208/28]");
        Diagnostic diagnostic = Diagnostic.error("MC9999", "outside of the routes",
                new Label(new Span(shop, 24, 37), "not in 198.51.100.208/28"),
                new Label(new Span(site, 9, 28), "the routes"))
                .why("nothing answers there")
                .fix("add it");
        assertEquals("""
                error[MC9999]: outside of the routes
                  ┌─ shop.mcnet:9:9
                9 │ forward 198.51.100.50 {
                  │         ^^^^^^^^^^^^^ not in 198.51.100.208/28
                  ┌─ site.mcnet:1:10
                1 │ routes = [198.51.100.208/28]
                  │          ------------------- the routes
                  = why: nothing answers there
                  = fix: add it
                """, plain(diagnostic));
    }

    @Test
    void wideLettersAndTabsKeepTheMarksInPlace() {
        int x = shop.text().indexOf("x");
        assertEquals("""
                warning[MC9999]: odd
                   ┌─ shop.mcnet:10:9
                10 │   日本     = x
                   │              ^
                """, plain(Diagnostic.warning("MC9999", "odd", new Label(new Span(shop, x, x + 1), ""))));
    }

    @Test
    void theEndOfAFileIsAPlaceToo() {
        int end = shop.text().length();
        assertEquals("""
                error[MC9999]: early
                   ┌─ shop.mcnet:11:1
                11 │
                   │ ^ here
                """, plain(Diagnostic.error("MC9999", "early", new Label(new Span(shop, end, end), "here"))));
    }

    @Test
    void colourIsOnlyAddedToTheText() {
        Diagnostic diagnostic = Diagnostic.error("MC9999", "m", new Label(new Span(shop, 0, 1), "t")).why("w").fix("f");
        String coloured = new DiagnosticText(Style.COLOUR).one(diagnostic).toString();
        assertEquals(plain(diagnostic), coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void theClosingLineCounts() {
        Label label = new Label(new Span(shop, 0, 1), "");
        Diagnostic error = Diagnostic.error("MC9999", "e", label);
        Diagnostic warning = Diagnostic.warning("MC9999", "w", label);
        assertEquals("1 error in shop.mcnet", DiagnosticText.closing(List.of(error)));
        assertEquals("2 errors, 1 warning in shop.mcnet", DiagnosticText.closing(List.of(error, warning, error)));
        assertEquals("1 warning", DiagnosticText.closing(List.of(Diagnostic.warning("MC9999", "w"))));
    }

    private static String plain(Diagnostic diagnostic) {
        return new DiagnosticText(Style.PLAIN).one(diagnostic).toString();
    }
}
