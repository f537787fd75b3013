package dev.aisle.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.assistant.shop.PriceRange;
import dev.aisle.assistant.understanding.entities.Entity;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Please delete all my data            | ERASURE
                    forget everything about me           | ERASURE
                    请删除我的数据                          | ERASURE
                    我要注销账号                            | ERASURE
                    Can I have a copy of my data?        | ACCESS
                    what do you know about me            | ACCESS
                    导出我的个人信息                         | ACCESS
                    你们收集了我哪些信息                      | ACCESS
                    what have I consented to?            | CONSENTS
                    我同意了什么                            | CONSENTS
                    how long do you keep invoices        | OTHER
                    """)
    void aWishAboutDataIsRead(String text, PrivacyWish wish) {
        assertThat(PrivacyWish.of(text)).isEqualTo(wish);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "Yes, please.", "是的", "确认。", "OK"})
    void aPlainYesConfirms(String text) {
        assertThat(PrivacyWish.confirms(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes but first tell me where my order is", "no", "不是", "is it yes?", "好像不对", ""})
    void whateverSaysMoreDoesNot(String text) {
        assertThat(PrivacyWish.confirms(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A-1001", "#1002003", "  b_77 ", "20261127"})
    void whatLooksLikeAnOrderNumberIsOne(String text) {
        assertThat(Order.number(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../1001",
                "1001?subject=p1.k1.x",
                "1001/../1002",
                "1001&subject=x",
                "A",
                "order",
                "1 or 1=1",
                "１００１"
            })
    void nothingElseComesIntoAnAddress(String text) {
        assertThat(Order.number(text)).isEmpty();
    }

    @Test
    void boundsOfPricesAreRead() {
        assertThat(PriceBounds.of("tea under 20 EUR", List.of(price("20 EUR"))))
                .isEqualTo(new PriceRange(null, new BigDecimal("20"), "EUR"));
        assertThat(PriceBounds.of("超过 50 元", List.of(price("50 CNY"))))
                .isEqualTo(new PriceRange(new BigDecimal("50"), null, "CNY"));
        assertThat(PriceBounds.of("between 30 and 10", List.of(price("30 EUR"), price("10 EUR"))))
                .isEqualTo(new PriceRange(new BigDecimal("10"), new BigDecimal("30"), "EUR"));
        assertThat(PriceBounds.of("tea", List.of())).isEqualTo(PriceRange.ANY);
    }

    private static Entity price(String value) {
        return new Entity(Entity.Kind.PRICE, value, value, 0, value.length());
    }
}
