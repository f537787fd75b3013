package dev.aisle.local.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.Json;
import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportSourceTest {
    @TempDir
    Path folder;

    @Test
    void basketsOfTheCompleteJourneyBecomeOrders() throws IOException {
        file("products.csv", """
                product_id,manufacturer_id,department,brand,product_category,product_type,package_size
                25671,2,GROCERY,National,FRZN ICE,ICE - CRUSHED/CUBED,22 LB
                26081,2,MISCELLANEOUS,National,,,
                """);
        file("transactions_sample.csv", """
                household_id,store_id,basket_id,product_id,quantity,sales_value,retail_disc,coupon_disc,coupon_match_disc,week,transaction_timestamp
                2261,309,900,25671,2,3.00,0.50,0,0,5,2017-01-28T19:06:53Z
                2261,309,900,26081,0,0,0,0,0,5,2017-01-28T19:06:53Z
                7,309,901,25671,1,1.50,0,0,0,5,2017-01-27T19:06:53Z
                7,309,902,25671,one,1.50,0,0,0,5,2017-01-27T19:06:53Z
                """);

        var collected = new ImportSource(folder, "", false).read();

        assertThat(collected.events())
                .extracting(Item::messageId)
                .containsExactly("imp:completejourney:901", "imp:completejourney:900");
        assertThat(collected.lines()).isEqualTo(3);
        assertThat(collected.bad())
                .singleElement()
                .hasToString("transactions_sample.csv:5: quantity is no number: \"one\"");
        var order = event(collected, 1);
        assertThat(order.path("event").asText()).isEqualTo("Order Completed");
        assertThat(order.path("userId").asText()).isEqualTo("2261");
        assertThat(order.at("/properties/total").decimalValue()).isEqualByComparingTo("3.00");
        assertThat(order.at("/properties/products")).hasSize(2);
        assertThat(order.at("/properties/products/0/price").decimalValue()).isEqualByComparingTo("1.50");
    }

    @Test
    void filmsOfMovieLensAreAMediaSiteAndItsRatingsKeepTheirOrder() throws IOException {
        file("movies.csv", """
                movieId,title,genres
                1,Toy Story (1995),Adventure|Animation
                2,"Matrix, The (1999)",Action
                3,Nameless,(no genres listed)
                """);
        file("ratings.csv", """
                userId,movieId,rating,timestamp
                7,1,4.5,964982703
                7,2,5.0,1260759144
                7,3,bad,1260759144
                """);

        var collected = new ImportSource(folder, "", false).read();

        var films = collected.products().stream().toList();
        assertThat(films.getFirst().toString())
                .isEqualTo("{\"productId\":\"movie-1\",\"domain\":\"media\",\"title\":\"Toy Story\",\"inStock\":true,"
                        + "\"attributes\":{\"genre\":\"Adventure|Animation\",\"year\":\"1995\"}}");
        assertThat(films.get(1).path("title").asText()).isEqualTo("The Matrix");
        assertThat(films.get(2).path("attributes")).isEmpty();
        assertThat(collected.events())
                .extracting(Item::messageId)
                .containsExactly("imp:movielens:7:movie-1", "imp:movielens:7:movie-2");
        assertThat(event(collected, 1).path("event").asText()).isEqualTo("rated");
        assertThat(event(collected, 1).at("/properties/stars").asText()).isEqualTo("5.0");
        assertThat(collected.bad()).singleElement().hasToString("ratings.csv:4: rating is no number: \"bad\"");
    }

    @Test
    void theCatalogueOfTheCompleteJourneyGetsItsPricesFromTheReceipts() throws IOException {
        file("products.csv", """
                product_id,manufacturer_id,department,brand,product_category,product_type,package_size
                25671,2,GROCERY,National,FRZN ICE,ICE - CRUSHED/CUBED,22 LB
                26081,2,MISCELLANEOUS,National,,,
                """);
        file("transactions_sample.csv", """
                household_id,store_id,basket_id,product_id,quantity,sales_value,retail_disc,coupon_disc,coupon_match_disc,week,transaction_timestamp
                2261,309,900,25671,2,3.00,0.50,0,0,5,2017-01-28T19:06:53Z
                """);

        var products =
                new ImportSource(folder, "", false).read().products().stream().toList();

        var ice = products.getFirst();
        assertThat(ice.path("title").asText()).isEqualTo("Ice - Crushed/Cubed, 22 LB");
        assertThat(ice.path("category").asText()).isEqualTo("Grocery > Frzn Ice > Ice - Crushed/Cubed");
        assertThat(ice.path("price").decimalValue()).isEqualByComparingTo("1.75");
        assertThat(products.get(1).path("title").asText()).isEqualTo("Miscellaneous");
        assertThat(products.get(1).has("price")).isFalse();
    }

    @Test
    void invoicesAndCancellationsOfOnlineRetailAreToldApart() throws IOException {
        gzipped("online_retail.csv.gz", """
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2010-12-01T08:26:00Z,2.55,17850,United Kingdom
                536365,82567,"AIRLINE LOUNGE,METAL SIGN",2,2010-12-01T08:26:00Z,2.1,17850,United Kingdom
                C536383,82567,"AIRLINE LOUNGE,METAL SIGN",-1,2010-12-01T09:49:00Z,2.1,17850,United Kingdom
                536370,POST,POSTAGE,3,2010-12-01T08:45:00Z,18,12583,France
                536414,22139,RETROSPOT TEA SET,56,2010-12-01T11:52:00Z,4.25,,United Kingdom
                """);

        var collected = new ImportSource(folder, "", false).read();

        assertThat(collected.events())
                .extracting(item -> Json.read(item.json()).path("event").asText())
                .containsExactly("Order Completed", "Order Cancelled");
        assertThat(event(collected, 1).at("/properties/products/0/quantity").asInt())
                .isEqualTo(1);
        assertThat(collected.products())
                .extracting(product -> product.path("title").asText())
                .contains("Airline Lounge,metal Sign", "Retrospot Tea Set");
        assertThat(collected.badByReason())
                .containsEntry("StockCode is no product", 1L)
                .containsEntry("CustomerID is empty", 1L);
    }

    @Test
    void aFileOfOnesOwnNeedsItsColumnsSaid() throws IOException {
        var file = file("clicks.csv", "who;sku;ts;what\n1;p1;2026-01-02;view\n1;p2;2026-01-03;purchase\n");

        var collected = new ImportSource(file, "user=who,product=sku,time=ts,event=what", false).read();

        assertThat(event(collected, 0).path("event").asText()).isEqualTo("Product Viewed");
        assertThat(event(collected, 0).path("messageId").asText()).isEqualTo("imp:clicks:2");
        assertThat(event(collected, 1).path("event").asText()).isEqualTo("Order Completed");
    }

    @Test
    void aMissingColumnIsSaidWithThoseThatAreThere() throws IOException {
        var file = file("clicks.csv", "who,sku\n1,2\n");

        assertThatThrownBy(() -> new ImportSource(file, "", false).read())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("\"user\"")
                .hasMessageContaining("who, sku");
    }

    @Test
    void allMissingColumnsAreSaidAtOnce() throws IOException {
        var file = file("clicks.csv", "who,sku\n1,2\n");

        assertThatThrownBy(() -> new ImportSource(file, "product=sku", false).read())
                .hasMessage(
                        "clicks.csv has no column for \"user\" and \"time\". It has who, sku: say which one it is with"
                                + " --columns user=COLUMN,time=COLUMN.");
    }

    @Test
    void aColumnThatIsSaidBeatsOneOfTheFieldsName() throws IOException {
        var file = file("goods.csv", "product,title,category,sku\n44,Beanie,Hats,WOOX-ABC\n");

        var collected = new ImportSource(file, "product=sku,title=category", true).read();

        assertThat(collected.products())
                .singleElement()
                .hasToString("{\"productId\":\"WOOX-ABC\",\"inStock\":true,\"title\":\"Hats\"}");
    }

    @Test
    void aColumnThatIsSaidMustBeThere() throws IOException {
        var file = file("clicks.csv", "user,product,time,cost\n1,2,2026-01-01,3\n");

        assertThatThrownBy(() -> new ImportSource(file, "price=costs", false).read())
                .isInstanceOf(CommandFailure.class)
                .hasMessage("clicks.csv has no column \"costs\", which --columns names for \"price\"."
                        + " It has user, product, time, cost.");
    }

    @Test
    void aCatalogueOfOnesOwnIsRead() throws IOException {
        var file = file("goods.csv", "sku,name,cost\na1,Mug,12.99\na2,,1\n");

        var collected = new ImportSource(file, "product=sku,title=name,price=cost", true).read();

        assertThat(collected.products()).singleElement().satisfies(product -> {
            assertThat(product.path("title").asText()).isEqualTo("Mug");
            assertThat(product.path("price").decimalValue()).isEqualByComparingTo("12.99");
        });
        assertThat(collected.bad()).singleElement().hasToString("goods.csv:3: title is empty");
    }

    @Test
    void brokenLinesDoNotStopTheOthers() throws IOException {
        var file = file(
                "clicks.csv", "user,product,time\n1,p1\n\"1,p1,2026-01-01\n1,p1\u0000,2026-01-01\n1,p1,2026-01-01\n");

        var collected = new ImportSource(file, "", false).read();

        assertThat(collected.events()).hasSize(1);
        assertThat(collected.bad()).extracting(BadLine::number).containsExactly(2L, 3L, 4L);
    }

    @Test
    void aLargeOrderIsDividedSoThatTheDoorTakesIt() throws IOException {
        var lines = new StringBuilder("user,product,time,order\n");
        for (int i = 0; i < 250; i++) {
            lines.append("1,p").append(i).append(",2026-01-01,o1\n");
        }
        var file = file("orders.csv", lines.toString());

        var collected = new ImportSource(file, "", false).read();

        assertThat(collected.events()).hasSize(3);
        assertThat(collected.events())
                .allSatisfy(item -> assertThat(item.json().length()).isLessThan(32 * 1024));
        assertThat(collected.events())
                .extracting(Item::messageId)
                .containsExactly("imp:orders:o1", "imp:orders:o1:2", "imp:orders:o1:3");
    }

    private static JsonNode event(Collected collected, int index) {
        return Json.read(collected.events().get(index).json());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void gzipped(String name, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
