package dev.aisle.ingest.catalog.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.aisle.contracts.catalog.v1.Product;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.junit.jupiter.api.Test;

/** Real assortments as feeds: the public data sets lie beside the clone and are too large to be copied into it. */
class RealFeedTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Terms TERMS = new Terms("shop", Currency.getInstance("GBP"), NOW, NOW);
    private static final String GOOGLE = "http://base.google.com/ns/1.0";

    private final Map<String, Integer> refused = new HashMap<>();

    @Test
    void theCompleteJourneyLosesOnlyProductsWithoutAName() throws IOException, CsvEntries.NoTable {
        int[] accepted = {0};
        try (InputStream file = Files.newInputStream(shared("completejourney/products.csv"))) {
            Map<String, String> mapping =
                    Map.of("product_type", "title", "product_category", "category", "brand", "attributes.brand_kind");
            readAll(CsvEntries.open(file, ',', mapping), product -> accepted[0]++);
        }

        assertThat(accepted[0]
                        + refused.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(92_331);
        assertThat(refused.keySet()).containsExactly("title");
        assertThat(accepted[0]).isGreaterThan(90_000);
    }

    @Test
    void anAssortmentIsTheSameAsTableAndAsMerchantFeed() throws IOException, CsvEntries.NoTable, XMLStreamException {
        Map<String, Product> products = onlineRetail();
        assertThat(refused.keySet()).containsExactlyInAnyOrder("title", "price");
        assertThat(products).hasSizeGreaterThan(3_900);
        refused.clear();

        Map<String, Product> fromXml = new LinkedHashMap<>();
        readAll(
                MerchantXml.open(new ByteArrayInputStream(rss(products.values()))),
                product -> fromXml.put(product.getProductId(), product));
        Map<String, Product> fromTable = new LinkedHashMap<>();
        readAll(
                CsvEntries.open(new ByteArrayInputStream(tsv(products.values())), '\t', Map.of()),
                product -> fromTable.put(product.getProductId(), product));

        assertThat(refused).isEmpty();
        assertThat(fromXml).isEqualTo(products);
        assertThat(fromTable).isEqualTo(products);
    }

    private Map<String, Product> onlineRetail() throws IOException, CsvEntries.NoTable {
        Map<String, Product> products = new LinkedHashMap<>();
        try (InputStream file =
                new GZIPInputStream(Files.newInputStream(shared("online_retail/online_retail.csv.gz")), 65_536)) {
            Map<String, String> mapping =
                    Map.of("StockCode", "productId", "Description", "title", "UnitPrice", "price", "Quantity", "");
            readAll(CsvEntries.open(file, ',', mapping), product -> products.put(product.getProductId(), product));
        }
        return products;
    }

    private void readAll(Entries entries, Consumer<Product> accepted) throws IOException {
        for (Entry entry = entries.next(); entry != null; entry = entries.next()) {
            switch (entry) {
                case Entry.Broken broken -> refused.merge(broken.message(), 1, Integer::sum);
                case Entry.Read read -> {
                    switch (ProductDocument.read(read.document(), null, TERMS)) {
                        case ChangeReading.Valid valid ->
                            accepted.accept(valid.changes().getFirst().getProduct());
                        case ChangeReading.Invalid invalid ->
                            refused.merge(invalid.fault().field(), 1, Integer::sum);
                    }
                }
            }
        }
    }

    private static byte[] tsv(Collection<Product> products) {
        StringBuilder table = new StringBuilder("id\ttitle\tprice\tgoogle product category\n");
        products.forEach(product -> table.append(product.getProductId())
                .append("\t\"")
                .append(product.getTitle().replace("\"", "\"\""))
                .append("\"\t")
                .append(priceOf(product))
                .append("\t\n"));
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] rss(Collection<Product> products) throws XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("rss");
        xml.writeNamespace("g", GOOGLE);
        xml.writeStartElement("channel");
        for (Product product : products) {
            xml.writeStartElement("item");
            element(xml, "id", product.getProductId());
            element(xml, "title", product.getTitle());
            element(xml, "price", priceOf(product));
            xml.writeEndElement();
        }
        xml.writeEndDocument();
        xml.close();
        return bytes.toByteArray();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement("g", name, GOOGLE);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static String priceOf(Product product) {
        return BigDecimal.valueOf(product.getPrice().getMinorUnits(), 2) + " GBP";
    }

    private static Path shared(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/data").resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return abort("There is no shared/data/" + name + " beside the clone.");
    }
}
