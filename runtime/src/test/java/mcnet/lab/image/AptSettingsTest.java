package mcnet.lab.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AptSettingsTest {

    @Test
    void findsTheMirrorOfTheOneLineFormat() {
        List<AptSource> sources = AptSource.parseOneLine("""
                # deb http://old.example/debian bookworm main
                deb [arch=amd64 signed-by=/usr/share/keyrings/x.gpg] https://packages.example/apt stable main
                deb http://security.example/debian-security bookworm-security main
                deb http://mirror.example/debian/ bookworm main contrib # near
                deb-src http://source.example/debian bookworm main
                """);
        assertEquals(3, sources.size());
        assertEquals("http://mirror.example/debian", AptSettings.of(sources, "").mirror());
    }

    @Test
    void findsTheMirrorOfTheStanzaFormat() {
        List<AptSource> sources = AptSource.parseStanzas("""
                Types: deb
                URIs: http://off.example/debian
                Suites: bookworm
                Components: main
                Enabled: no

                Types: deb deb-src
                # a remark in the middle
                URIs: http://mirror.example/debian
                 http://second.example/debian
                Suites: trixie
                 trixie-updates
                Components: main
                Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

                Types: deb
                URIs: http://security.example/debian-security
                Suites: trixie-security
                Components: main
                """);
        assertEquals(3, sources.size());
        assertEquals(List.of("trixie", "trixie-updates"), sources.getFirst().suites());
        assertEquals("http://mirror.example/debian", AptSettings.of(sources, "").mirror());
    }

    @Test
    void anUbuntuMirrorIsNoDebianMirror() {
        List<AptSource> sources = new ArrayList<>(
                AptSource.parseOneLine("deb http://archive.ubuntu.example/ubuntu noble main universe"));
        sources.addAll(AptSource.parseOneLine("deb https://download.example/linux/debian bookworm stable"));
        assertEquals(AptSettings.PUBLIC_MIRROR, AptSettings.of(sources, "").mirror());
    }

    @Test
    void takesProxiesButNotThoseOfSingleHosts() {
        String dump = """
                Acquire "";
                Acquire::http "";
                Acquire::http::Proxy "http://proxy.example:3128/";
                Acquire::http::Proxy::near.example "DIRECT";
                Acquire::https::Proxy "DIRECT";
                """;
        assertEquals(Map.of("http_proxy", "http://proxy.example:3128/"), AptSettings.of(List.of(), dump).proxies());
    }

    @Test
    void needsNoSettingsAtAll() {
        assertEquals(new AptSettings(AptSettings.PUBLIC_MIRROR, Map.of()), AptSettings.of(List.of(), ""));
    }
}
