package dev.aisle.ingest.catalog.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.contracts.catalog.v1.Availability;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.ingest.shared.values.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds as shops have them, and as attackers have them. */
class FeedsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Terms TERMS = new Terms("shop", Currency.getInstance("USD"), NOW, NOW);
    private static final String RSS = """
            <?xml version="1.0"?>
            <rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel>
            <title>A shop</title><link>https://shop.example</link><description>All of it</description>
            %s
            </channel></rss>""";

    @Test
    void anRssItemOfGoogleIsAProduct() throws XMLStreamException, IOException {
        Product product =
                product(xml(RSS.formatted("""
                <item>
                 <g:id>TV-7</g:id><g:title>Television &amp; stand</g:title><title>other title</title>
                 <g:description><![CDATA[<p>Sharp <b>picture</b></p>]]></g:description>
                 <g:link>https://shop.example/tv?a=1&amp;b=2</g:link>
                 <g:image_link>https://shop.example/tv.png</g:image_link>
                 <g:availability>in stock</g:availability>
                 <g:price>1,299.00 USD</g:price><g:gtin>4006381333931</g:gtin>
                </item>""").replace("1,299.00", "1299.00")).getFirst());

        assertThat(product.getProductId()).isEqualTo("TV-7");
        assertThat(product.getTitle()).isEqualTo("Television & stand");
        assertThat(product.getDescription()).isEqualTo("Sharp picture");
        assertThat(product.getUrl()).isEqualTo("https://shop.example/tv?a=1&b=2");
        assertThat(product.getAvailability()).isEqualTo(Availability.IN_STOCK);
        assertThat(product.getPrice().getMinorUnits()).isEqualTo(129_900);
        assertThat(product.getGtin()).isEqualTo("4006381333931");
    }

    @Test
    void anAtomEntryOfGoogleIsAProduct() throws XMLStreamException, IOException {
        Product product = product(xml("""
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0">
                <title>A shop</title><link rel="self" href="https://shop.example"/>
                <entry><id>tag:shop.example,2026:1</id><g:id>A1</g:id><title>Shirt</title>
                 <link href="https://shop.example/shirt"/><g:price>10 EUR</g:price>
                 <g:product_type>Clothes &gt; Shirts</g:product_type><g:color>red</g:color><g:custom_label_0>sale</g:custom_label_0>
                 <g:shipping><g:country>DE</g:country><g:price>4.90 EUR</g:price></g:shipping>
                 <g:item_group_id>SHIRT</g:item_group_id></entry></feed>""").getFirst());

        assertThat(product.getProductId()).isEqualTo("A1");
        assertThat(product.getTitle()).isEqualTo("Shirt");
        assertThat(product.getUrl()).isEqualTo("https://shop.example/shirt");
        assertThat(product.getPrice().getMinorUnits()).isEqualTo(1_000);
        assertThat(product.getPrice().getCurrency()).isEqualTo("EUR");
        assertThat(product.getCategoryPathList()).containsExactly("Clothes", "Shirts");
        assertThat(product.getAttributesMap()).containsEntry("color", "red").containsEntry("custom_label_0", "sale");
        assertThat(product.getGroupId()).isEqualTo("SHIRT");
    }

    @Test
    void whatAFeedHasBeyondWhatIsReadIsNamedOnce() throws XMLStreamException, IOException {
        MerchantXml feed = MerchantXml.open(bytes(RSS.formatted("""
                <item><g:id>1</g:id><title>a</title><g:shipping><g:price>4.90 EUR</g:price></g:shipping><guid>x</guid></item>
                <item><g:id>2</g:id><title>b</title><g:shipping/><g:prise>3 USD</g:prise></item>""")));

        assertThat(all(feed)).map(entry -> product(entry).getTitle()).containsExactly("a", "b");
        assertThat(feed.unknownColumns()).containsExactly("shipping", "guid", "prise");
    }

    @Test
    void aLineOfJsonWithAFieldThatNobodyKnowsIsRefused() {
        Entry.Read line = (Entry.Read) Entry.ofJson(
                1, "{\"productId\":\"mug\",\"title\":\"Mug\",\"prise\":12.9}".getBytes(StandardCharsets.UTF_8));

        assertThat(ProductDocument.read(line.document(), null, TERMS))
                .isInstanceOfSatisfying(ChangeReading.Invalid.class, invalid -> {
                    assertThat(invalid.fault().code()).isEqualTo("unknown-field");
                    assertThat(invalid.fault().message()).contains("did you mean price?");
                });
    }

    @Test
    void aSalePriceHoldsInItsPeriodOnly() throws IOException, CsvEntries.NoTable {
        List<Entry> entries = csv('\t', """
                id\ttitle\tprice\tsale price\tsale price effective date
                1\ton\t15.00 USD\t10.00 USD\t2026-11-01T00:00-0800/2026-11-30T23:59-0800
                2\tover\t15.00 USD\t10.00 USD\t2026-10-01T00:00+0100/2026-10-31T23:59+0100
                3\talways\t15.00 USD\t10.00 USD\t
                """);

        assertThat(entries.stream()
                        .map(FeedsTest::product)
                        .map(p -> p.getPrice().getMinorUnits()))
                .containsExactly(1_000L, 1_500L, 1_000L);
        assertThat(product(entries.getFirst()).getListPrice().getMinorUnits()).isEqualTo(1_500);
        assertThat(product(entries.get(1)).hasListPrice()).isFalse();
    }

    @Test
    void googlesOwnCategoryStandsInForOneOfTheShop() throws IOException, CsvEntries.NoTable {
        List<Entry> entries = csv(',', """
                id,title,google_product_category,product_type
                1,a,Apparel > Shirts,
                2,b,Apparel > Shirts,Men > Tops
                """);

        assertThat(product(entries.getFirst()).getCategoryPathList()).containsExactly("Apparel", "Shirts");
        assertThat(product(entries.getLast()).getCategoryPathList()).containsExactly("Men", "Tops");
        assertThat(product(entries.getLast()).getAttributesMap())
                .containsEntry("google_product_category", "Apparel > Shirts");
    }

    @Test
    void aTableMayHaveQuotesLineBreaksSemicolonsAndAByteOrderMark() throws IOException, CsvEntries.NoTable {
        List<Entry> entries =
                csv(',', "\uFEFFid;title;description;Farbe;title.x\n1;\"A \"\"b\"\"; c\";\"two\nlines\";rot;?\n2;d\n");

        assertThat(product(entries.getFirst()).getTitle()).isEqualTo("A \"b\"; c");
        assertThat(product(entries.getFirst()).getDescription()).isEqualTo("two\nlines");
        assertThat(entries.getLast()).isInstanceOf(Entry.Broken.class);
        assertThat(entries.getLast().line()).isEqualTo(4);
    }

    @Test
    void columnsMayBeCalledOtherwise() throws IOException, CsvEntries.NoTable {
        CsvEntries entries = CsvEntries.open(
                bytes("Artikel,Bezeichnung,Lager,Notiz\n7,Tee,3,x\n"),
                ',',
                Map.of("Artikel", "productId", "Bezeichnung", "title", "Lager", "stock"));

        assertThat(entries.unknownColumns()).containsExactly("Notiz");
        Product product = product(entries.next());
        assertThat(product.getTitle()).isEqualTo("Tee");
        assertThat(product.getStock()).isEqualTo(3);
        assertThat(product.getAvailability()).isEqualTo(Availability.IN_STOCK);
    }

    @Test
    void aColumnThatIsSaidBeatsOneThatIsGuessedWhereverItStands() throws IOException, CsvEntries.NoTable {
        for (String table : List.of("ID,SKU,Name\n44,WOOX-ABC,Beanie\n", "SKU,ID,Name\nWOOX-ABC,44,Beanie\n")) {
            CsvEntries entries = CsvEntries.open(bytes(table), ',', Map.of("SKU", "productId"));

            assertThat(entries.unknownColumns()).containsExactly("ID");
            assertThat(product(entries.next()).getProductId()).isEqualTo("WOOX-ABC");
        }
    }

    @Test
    void aColumnThatIsSaidMustBeThere() {
        assertThatThrownBy(() -> CsvEntries.open(bytes("id,title\n1,Tea\n"), ',', Map.of("SKV", "productId")))
                .isInstanceOf(CsvEntries.NoTable.class)
                .hasMessage("its first row has no column \"SKV\", which ?columns= names; it has id, title");
    }

    @Test
    void aTableWithoutAnIdIsNone() {
        assertThatThrownBy(() -> csv(',', "title\nTea\n")).isInstanceOf(CsvEntries.NoTable.class);
        assertThatThrownBy(() -> csv(',', "")).isInstanceOf(CsvEntries.NoTable.class);
    }

    @Test
    void anEndlessRowEndsTheReading() throws IOException, CsvEntries.NoTable {
        List<Entry> entries = csv(',', "id,title\n1,a\n2,\"" + "x".repeat(300_000));

        assertThat(entries).hasSize(2);
        assertThat(entries.getLast()).isInstanceOf(Entry.Broken.class);
    }

    @Test
    void nothingOutsideIsFetched(@TempDir Path folder) throws IOException, XMLStreamException {
        Path secret = Files.writeString(folder.resolve("secret"), "top-secret");

        List<Entry> entries = xml("""
                <!DOCTYPE rss [<!ENTITY xxe SYSTEM "%s">]>
                <rss xmlns:g="http://base.google.com/ns/1.0"><channel><item><g:id>1</g:id><g:title>&xxe;</g:title></item></channel></rss>""".formatted(secret.toUri()));

        assertThat(entries).singleElement().isInstanceOf(Entry.Broken.class);
        assertThat(entries.toString()).doesNotContain("top-secret");
    }

    @Test
    void entitiesDoNotGrow() throws XMLStreamException, IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }

        List<Entry> entries = xml(laughs + "]><rss><item><id>1</id><title>&a39;</title></item></rss>");

        assertThat(entries).singleElement().isInstanceOf(Entry.Broken.class);
    }

    @Test
    void ampersandsOfAnHonestFeedAreNoAttack() throws XMLStreamException, IOException {
        String item = "<item><g:id>%d</g:id><g:title>t</g:title><g:link>https://s.example/?" + "a=1&amp;".repeat(50)
                + "</g:link></item>";
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            items.append(item.formatted(i));
        }

        List<Entry> entries = xml(RSS.formatted(items));

        assertThat(entries).hasSize(4_000).allMatch(Entry.Read.class::isInstance);
    }

    @Test
    void whatIsTooLongTooDeepOrBrokenEndsTheReadingAndSaysWhere() throws XMLStreamException, IOException {
        String good = "<item><g:id>1</g:id><g:title>t</g:title></item>\n";
        for (String bad : List.of(
                "<item><g:title>" + "x".repeat(200_000) + "</g:title></item>",
                "<item>" + "<g:a>".repeat(50) + "</item>",
                "<item><g:id>2</item>",
                "<item>&nbsp;</item>",
                "no end")) {
            List<Entry> entries = xml(RSS.formatted(good + bad).replace("no end\n</channel></rss>", "<item><g:id>"));

            assertThat(entries).as(bad.substring(0, Math.min(30, bad.length()))).hasSize(2);
            assertThat(entries.getLast()).isInstanceOf(Entry.Broken.class);
            assertThat(entries.getLast().line()).isBetween(5, 6);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"productId":"1","title":"t","imageUrl":"/i.png","price":1}                           |
            {"productId":"1","title":"t","imageUrl":"/i.png"}                                     | no-price
            {"productId":"1","title":"t","price":1}                                               | no-image
            {"productId":"1","title":"t","imageUrl":"/i","price":1,"category":"A/B"}              | category-separator
            {"productId":"1","title":"t","imageUrl":"/i","price":1,"gtin":"4006381333932"}        | invalid-gtin
            {"productId":"1","title":"t","imageUrl":"/i","price":1,"gtin":"123"}                  | invalid-gtin
            {"productId":"1","title":"t","imageUrl":"/i","price":1,"gtin":"4006381333931"}        |
            {"productId":"1","title":"t","imageUrl":"/i","price":5,"listPrice":4}                 | list-price-below-price
            {"productId":"1","title":"t","imageUrl":"/i","price":1,"description":"<b>x</b>"}      | markup-removed
            {"productId":"1","title":"t","imageUrl":"/i","price":1,"description":"1 < 2 and 3 > 2"} |
            """)
    void whatAFeedShouldHaveIsTold(String json, String code) {
        ChangeReading reading = read(Entry.ofJson(1, json.getBytes(StandardCharsets.UTF_8)));

        assertThat(((ChangeReading.Valid) reading).warnings().stream().map(Fault::code))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    private static List<Entry> csv(char separator, String text) throws IOException, CsvEntries.NoTable {
        return all(CsvEntries.open(bytes(text), separator, Map.of()));
    }

    private static List<Entry> xml(String text) throws XMLStreamException, IOException {
        return all(MerchantXml.open(bytes(text)));
    }

    private static List<Entry> all(Entries entries) throws IOException {
        List<Entry> all = new ArrayList<>();
        for (Entry entry = entries.next(); entry != null; entry = entries.next()) {
            all.add(entry);
        }
        return all;
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ChangeReading read(Entry entry) {
        return switch (entry) {
            case Entry.Read read -> ProductDocument.read(read.document(), null, TERMS);
            case Entry.Broken broken -> throw new AssertionError(broken.message());
        };
    }

    private static Product product(Entry entry) {
        return switch (read(entry)) {
            case ChangeReading.Valid valid -> valid.changes().getFirst().getProduct();
            case ChangeReading.Invalid invalid -> throw new AssertionError(invalid.fault());
        };
    }
}
