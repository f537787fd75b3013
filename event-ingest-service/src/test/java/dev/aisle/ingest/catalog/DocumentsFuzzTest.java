package dev.aisle.ingest.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aisle.ingest.catalog.documents.CsvEntries;
import dev.aisle.ingest.catalog.documents.Entries;
import dev.aisle.ingest.settings.rates.EcbDocument;
import dev.aisle.ingest.settings.rates.RatesDocument;
import dev.aisle.ingest.settings.schemas.SchemaDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** What a shop's systems and operators upload: feeds as lines, tables and XML, exchange rates, schemas of events. */
class DocumentsFuzzTest {
    private static final int MOST_ENTRIES = 1_000;
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final List<String> PARTS = List.of(
            "<?xml version=\"1.0\"?>",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
            "<rss><channel>",
            "<item>",
            "<g:id>1</g:id>",
            "<g:price>1.00 EUR</g:price>",
            "</item>",
            "</channel></rss>",
            "<feed><entry>",
            "&b;",
            "id,title,price",
            "id\ttitle\tprice",
            "1,\"Tea",
            "1,Tea,1.00 EUR",
            "{\"id\":\"1\",\"title\":\"Tea\"}",
            "{\"base\":\"EUR\",\"rates\":{",
            "\"USD\":1.1}}",
            "<Cube currency='USD' rate='1.1'/>",
            "<Cube time='2026-11-25'>",
            "{\"type\":\"object\",\"properties\":{",
            "\"a\":{\"$ref\":\"#\"}}}",
            "\u0000",
            "\n",
            "\r\n",
            "\uFEFF");

    @FuzzTest
    void anyDocumentIsReadOrRefused(FuzzedDataProvider data) {
        int kind = data.consumeInt(0, 6);
        byte[] bytes = data.consumeBoolean() ? parts(data) : data.consumeRemainingAsBytes();
        switch (kind) {
            case 0 -> assertThat(RatesDocument.read(bytes, EURO)).isNotNull();
            case 1 -> assertThat(EcbDocument.read(bytes, EURO)).isNotNull();
            case 2 -> assertThat(SchemaDocument.read("fuzz", bytes)).isNotNull();
            case 3 -> feed(bytes, Upload.CSV);
            case 4 -> feed(bytes, Upload.TSV);
            case 5 -> feed(bytes, Upload.XML);
            default -> feed(bytes, "application/x-ndjson");
        }
    }

    private static void feed(byte[] bytes, String type) {
        try {
            Entries entries = Upload.open(new ByteArrayInputStream(bytes), type).entries(Map.of());
            for (int read = 0; read < MOST_ENTRIES && entries.next() != null; read++) {
                assertThat(entries.unknownColumns()).isNotNull();
            }
        } catch (IOException | CsvEntries.NoTable e) {
            assertThat(e).as("refused, not broken").isNotNull();
        }
    }

    private static byte[] parts(FuzzedDataProvider data) {
        StringBuilder text = new StringBuilder();
        for (int left = data.consumeInt(0, 40); left > 0; left--) {
            text.append(data.consumeInt(0, 3) == 0 ? data.consumeString(12) : data.pickValue(PARTS));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
