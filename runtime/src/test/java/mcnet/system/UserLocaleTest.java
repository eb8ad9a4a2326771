package mcnet.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserLocaleTest {
    @Test
    void programsGetTheUsersOwnLocale() {
        assertEquals(Map.of("LC_ALL", "de_DE.ISO-8859-1"),
                restored(Map.of("LC_ALL", "C.UTF-8", "MCNET_LC_ALL", "de_DE.ISO-8859-1")));
        assertEquals(Map.of("LANG", "C"), restored(Map.of("LC_ALL", "C.UTF-8", "MCNET_LC_ALL", "", "LANG", "C")));
        assertEquals(Map.of("LC_ALL", "C"), restored(Map.of("LC_ALL", "C")));
    }

    @Test
    void whatCouldNotBeDecodedIsSeen() {
        assertFalse(UserLocale.isWhole("p\uFFFDss"));
        assertTrue(UserLocale.isWhole("plain"));
    }

    private static Map<String, String> restored(Map<String, String> environment) {
        Map<String, String> copy = new HashMap<>(environment);
        UserLocale.restore(copy);
        return copy;
    }
}
