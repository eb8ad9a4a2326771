package mcnet.lxd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VlanNumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"10|10", "10, 20-22|10,20,21,22", "4093-4094|4093,4094", "''|''", "a-b|a-b"})
    void areReadOneByOne(String server, String language) {
        assertEquals(language, VlanNumbers.read(server));
    }
}
