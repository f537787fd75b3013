package dev.aisle.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakenAlongTest {
    @Test
    void aTableQuotesWhatItMustAndHoldsNoFormula() {
        String text = Csv.of("name", "people")
                .row("a,b \"c\"\nd", 20)
                .row("=HYPERLINK(1)", null)
                .row(-3.5, "-1")
                .text();

        assertThat(text).isEqualTo("name,people\r\n\"a,b \"\"c\"\"\nd\",20\r\n'=HYPERLINK(1),\r\n-3.5,'-1\r\n");
    }

    @Test
    void aChartsDataEndsNoScriptElement() {
        String json = ChartData.byDay(List.of(LocalDate.parse("1970-01-02"), LocalDate.parse("1970-01-03")))
                .line("</script><b>", Arrays.asList(1, null))
                .json();

        assertThat(json)
                .isEqualTo("{\"time\":true,\"x\":[86400.0,172800.0],\"series\":[{\"name\":\"\\u003c/script>\\u003cb>\","
                        + "\"values\":[1.0,null]}]}");
    }
}
