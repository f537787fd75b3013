package dev.aisle.local.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CsvLineTest {
    @Test
    void quotedCellsMayHoldSeparatorsAndQuotes() throws BadRow {
        assertThat(CsvLine.split("a,\"b,\"\"c\"\"\",d", ',')).containsExactly("a", "b,\"c\"", "d");
    }

    @Test
    void emptyCellsStay() throws BadRow {
        assertThat(CsvLine.split("a,,\"\",", ',')).containsExactly("a", "", "", "");
        assertThat(CsvLine.split("", ',')).containsExactly("");
    }

    @Test
    void otherSeparatorsWork() throws BadRow {
        assertThat(CsvLine.split("a;b,c", ';')).containsExactly("a", "b,c");
    }

    @Test
    void anUnclosedQuoteIsSaid() {
        assertThatThrownBy(() -> CsvLine.split("a,\"b", ','))
                .isInstanceOf(BadRow.class)
                .hasMessageContaining("not closed");
    }

    @Test
    void textAfterTheClosingQuoteIsSaid() {
        assertThatThrownBy(() -> CsvLine.split("\"a\"b,c", ','))
                .isInstanceOf(BadRow.class)
                .hasMessageContaining("column 1");
    }
}
