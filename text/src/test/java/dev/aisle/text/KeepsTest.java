package dev.aisle.text;

import dev.aisle.testing.MemoryRules;
import org.junit.jupiter.api.Test;

class KeepsTest {
    @Test
    void whatIsKeptSaysWhetherItIsOfPersons() {
        MemoryRules.check("dev.aisle.text");
    }
}
