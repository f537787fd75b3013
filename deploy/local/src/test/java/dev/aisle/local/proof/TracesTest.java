package dev.aisle.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracesTest {
    private static final Traces SOMEBODY =
            new Traces("customer-1", "test@example.com", "+4915112345678", "p1.k1.MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz");

    /** The MD5 and SHA-256 of test@example.com are those that Gravatar and every other list shows. */
    @Test
    void whatAnybodyCouldComputeOfAnAddressIsLookedFor() throws IOException {
        assertThat(found("55502f40dc8b7c769880b10874abc9d0".getBytes(StandardCharsets.US_ASCII)))
                .containsKey("e-mail, MD5, hex");
        assertThat(found(HexFormat.of().parseHex("973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b")))
                .containsKey("e-mail, SHA-256, bytes");
    }

    @Test
    void aPseudonymIsFoundAsTextByItsEndAndAsBytes() throws IOException {
        assertThat(found("0NTY3ODkwMTIzNDU2 …".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(found("xxc4OTAxMjM0NTY3ODkwMTIz".getBytes(StandardCharsets.US_ASCII)))
                .containsKey("pseudonym");
        assertThat(found("012345678901234567890123".getBytes(StandardCharsets.US_ASCII)))
                .containsKey("pseudonym, bytes");
    }

    @Test
    void textInTwoBytesACharacterIsFound() throws IOException {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(found("test@example.com".getBytes(charset))).containsKey("e-mail, utf-16");
        }
    }

    private static Map<String, Long> found(byte[] bytes) throws IOException {
        return new ByteSearch(SOMEBODY.needles()).count(new ByteArrayInputStream(bytes));
    }
}
