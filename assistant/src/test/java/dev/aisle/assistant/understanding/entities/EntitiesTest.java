package dev.aisle.assistant.understanding.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.assistant.shared.Language;
import dev.aisle.assistant.understanding.ReadableText;
import dev.aisle.assistant.understanding.TextLanguage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntitiesTest {
    /** A Friday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private static List<Entity> in(String text) {
        return Entities.in(text, TODAY, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-10, 29 February, 2028-02-29",
        "2026-01-10, 29 February, 2024-02-29",
        "2028-02-29, 29 February, 2028-02-29",
        "2028-10-01, 29 February, 2028-02-29",
        "2029-10-01, 2月29日,      2028-02-29",
        "2028-02-29, yesterday,   2028-02-28",
        "2026-12-31, 2 January,   2027-01-02",
        "2027-01-02, 31 December, 2026-12-31",
        "2027-03-01, 1 day ago,   2027-02-28",
        "2030-06-30, 1 July,      2030-07-01",
    })
    void aDayWithoutAYearIsTheNearestOfItsName(LocalDate today, String text, String day) {
        assertThat(Entities.in(text, today, List.of()))
                .extracting(Entity::value)
                .containsExactly(day);
    }

    private static String only(String text) {
        List<Entity> found = in(text);
        assertThat(found).as(text).hasSize(1);
        Entity entity = found.getFirst();
        assertThat(text.substring(entity.start(), entity.end())).isEqualTo(entity.text());
        return entity.kind() + " " + entity.value();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Where is my order 10-48213?|10-48213",
                "order number 1048213 please|1048213",
                "order #A-77120|A-77120",
                "status of order hs20417|HS20417",
                "where is HS20417|HS20417",
                "Order no. 4711 is late|4711",
                "order 884123, has it been sent|884123",
                "我的订单10-48213到哪了？|10-48213",
                "订单号：hs20417|HS20417",
                "单号1048213|1048213",
                "884123发货了吗|884123",
            })
    void orderNumbersHaveOneForm(String text, String number) {
        assertThat(only(text)).isEqualTo("ORDER_NUMBER " + number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "under 50 euros|50.00 EUR",
                "around €49.90|49.90 EUR",
                "49,90 € please|49.90 EUR",
                "not above 1,299.00 EUR|1299.00 EUR",
                "EUR 1.299,5|1299.50 EUR",
                "$20|20.00 USD",
                "30欧元以内|30.00 EUR",
                "五十欧左右|50.00 EUR",
                "两百块|200.00 CNY",
                "少十块|10.00 CNY",
                "￥99|99.00 CNY",
            })
    void amountsHaveTheirCurrency(String text, String amount) {
        assertThat(only(text)).isEqualTo("PRICE " + amount);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a pan of 28 cm|28 cm",
                "28厘米的锅|28 cm",
                "the 35 l rucksack|35 l",
                "35升的双肩包|35 l",
                "55 x 40 x 20 cm|55×40×20 cm",
                "do you have size L|L",
                "size 42 please|42",
                "XL是多大|XL",
                "我要M码|M",
                "42码|42",
            })
    void sizesHaveOneForm(String text, String size) {
        assertThat(only(text)).isEqualTo("SIZE " + size);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bought on 2026-11-03|2026-11-03",
                "bought on 3.11.2026|2026-11-03",
                "on 24 December|2026-12-24",
                "on December 24th, 2025|2025-12-24",
                "since yesterday|2026-11-26",
                "last Tuesday|2026-11-24",
                "next Monday|2026-11-30",
                "3 days ago|2026-11-24",
                "on 2 January|2027-01-02",
                "12月24日买的|2026-12-24",
                "2026年1月5号|2026-01-05",
                "昨天到的|2026-11-26",
                "上周二|2026-11-17",
                "下周一|2026-11-30",
                "三天前|2026-11-24",
            })
    void daysAreIsoDates(String text, String day) {
        assertThat(only(text)).isEqualTo("DATE " + day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I am 45 and have 3 children",
                "call +49",
                "the 31st of February 2026 is none: 31 February",
                "May I pay",
                "it is a must",
                "size does not matter",
                "第三个问题",
                "方程怎么解",
            })
    void ordinaryWordsNameNothing(String text) {
        assertThat(in(text)).isEmpty();
    }

    @Test
    void severalComeInTheOrderOfTheText() {
        assertThat(in("I ordered the 28 cm pan for 45 euros on 3 November, order 10-48213"))
                .extracting(one -> one.kind() + " " + one.value())
                .containsExactly("SIZE 28 cm", "PRICE 45.00 EUR", "DATE 2026-11-03", "ORDER_NUMBER 10-48213");
    }

    @Test
    void productsAreFoundByTheirWholeTitles() {
        ProductTitles titles = new ProductTitles();
        titles.put("p1", "Lumen Studio Lamps No. 4");
        titles.put("p2", "Lumen Studio Lamps No. 42");
        titles.put("p3", "Bamboo lamp", "竹编 台灯");
        titles.put("p4", "Pan");
        titles.put("p5", "Old Name");
        titles.put("p5", "New Name");
        String text = "Is the LUMEN Studio lamps no. 42 brighter than 竹编台灯? My old name pan…";

        List<Entity> found = titles.in(text);

        assertThat(found).extracting(Entity::value).containsExactly("p2", "p3");
        assertThat(found.getFirst().text()).isEqualTo("LUMEN Studio lamps no. 42");
        titles.remove("p2");
        assertThat(titles.in(text)).extracting(Entity::value).containsExactly("p3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "where is my order|ENGLISH|false",
                "我的订单在哪|CHINESE|false",
                "优惠券 where do I enter the coupon code|ENGLISH|false",
                "可以用 Alipay 付吗|CHINESE|false",
                "''|ENGLISH|false",
                "12345 😀|ENGLISH|false",
                "где мой заказ|ENGLISH|true",
                "أين طلبي|ENGLISH|true",
                "私の注文はどこですか|ENGLISH|true",
                "Où est ma commande ?|ENGLISH|false",
            })
    void theLanguageIsThatOfMostWords(String text, Language language, boolean foreign) {
        TextLanguage found = TextLanguage.of(text);

        assertThat(found.foreign()).isEqualTo(foreign);
        if (!foreign) {
            assertThat(found.language()).isEqualTo(language);
        }
    }

    @Test
    void whatNobodySeesIsNotReadAndPlacesStay() {
        String text = "\0<b onclick=\"x\">order</b>\u200b 10-48213";

        String readable = ReadableText.of(text);

        assertThat(readable).hasSameSizeAs(text).doesNotContain("<", "\0", "\u200b");
        assertThat(only(readable)).isEqualTo("ORDER_NUMBER 10-48213");
        assertThat(ReadableText.of("x".repeat(1_000_000))).hasSize(ReadableText.MOST);
        assertThat(ReadableText.empty(" 😀!? ")).isTrue();
    }
}
