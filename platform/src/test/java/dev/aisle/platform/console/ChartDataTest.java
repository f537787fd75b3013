package dev.aisle.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartDataTest {
    @Test
    void whatIsNoNumberIsAGapAndNoNameEndsTheScript() {
        String json = ChartData.overTime(List.of(Instant.ofEpochSecond(10), Instant.ofEpochSecond(20)))
                .unit("%")
                .band("</script>", new double[] {1, 2.5}, new double[] {Double.NaN, 2}, new double[] {
                    Double.POSITIVE_INFINITY, 3
                })
                .limit("most", 4, 4)
                .json();

        assertThat(json)
                .isEqualTo("{\"time\":true,\"x\":[10,20],\"series\":[{\"name\":\"\\u003c/script>\",\"values\":[1,2.5],"
                        + "\"low\":[null,2],\"high\":[null,3]},{\"name\":\"most\",\"values\":[4,4],\"dashed\":true}],\"unit\":\"%\"}");
    }

    @Test
    void aTableForASpreadsheetComputesNothing() {
        String table = new CsvTable("name", "value")
                .row("=1+1", 2.5)
                .row("a,\"b\"\n", null)
                .row("-1", Double.NaN)
                .toString();

        assertThat(table)
                .isEqualTo("name,value\r\n'=1+1,2.5\r\n\"a,\"\"b\"\"\n\",\r\n'-1,\r\n");
    }
}
