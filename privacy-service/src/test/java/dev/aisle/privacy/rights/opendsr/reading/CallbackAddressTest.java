package dev.aisle.privacy.rights.opendsr.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Server-side request forgery: what leads inside is refused, in whatever way it is written. */
class CallbackAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "https:///path",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://inside.0x7f/",
                "ftp://example.com/",
                "file:///etc/passwd",
                "gopher://example.com/",
                "https://user@example.com/",
                "https://example.com@127.0.0.1/",
                "https://example.com/#fragment",
                "https://exa mple.com/",
                "https://example.com/\u0000",
                "https://example.com/\r\nHost: inside",
                "https://example.com:0/",
                "https://example.com:65536/",
                "//example.com/",
                "javascript:alert(1)"
            })
    void aTextThatIsNoWholeAddressIsNone(String text) {
        assertThat(CallbackAddress.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/",
                "https://shop.example./x",
                "https://8.8.8.8/",
                "https://[2606:4700::1111]/"
            })
    void aNameOrAnAddressInItsUsualFormIsOne(String text) {
        assertThat(CallbackAddress.parse(text)).isNotNull();
    }
}
