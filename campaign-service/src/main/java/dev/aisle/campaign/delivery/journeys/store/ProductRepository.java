package dev.aisle.campaign.delivery.journeys.store;

import dev.aisle.campaign.shared.Language;
import dev.aisle.campaign.shared.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Products as far as triggers and texts need them: titles, price, whether there are any. */
@Singleton
public class ProductRepository {
    private static final String OF = """
        select product_id, title, title_zh, price_minor, currency, available, source_time from product where product_id = ?
        """;
    private static final String PUT = """
        insert into product (product_id, title, title_zh, price_minor, currency, available, source_time)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (product_id) do update set title = excluded.title, title_zh = excluded.title_zh,
            price_minor = excluded.price_minor, currency = excluded.currency, available = excluded.available,
            source_time = excluded.source_time
            where product.source_time <= excluded.source_time
        """;

    private final AgroalDataSource database;

    ProductRepository(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * A product.
     *
     * @param titleZh {@code null} when there is none in Chinese
     * @param price {@code null} when the catalogue has none
     */
    public record Product(
            String id,
            String title,
            @Nullable String titleZh,
            @Nullable Price price,
            boolean available,
            Instant sourceTime) {}

    /** In the minor unit of the currency. */
    public record Price(long minorUnits, String currency) {
        String text() {
            return BigDecimal.valueOf(minorUnits, digits(currency)).toPlainString() + " " + currency;
        }

        private static int digits(String currency) {
            try {
                return Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0);
            } catch (IllegalArgumentException e) {
                return 2;
            }
        }
    }

    /** A product, as it was told last. */
    public Optional<Product> of(String id) {
        return Sql.on(
                database,
                "A product could not be read",
                connection -> Sql.query(connection, OF, ProductRepository::product, id).stream()
                        .findFirst());
    }

    /** Takes what was told of a product, unless something newer is known. @return whether it was taken */
    public boolean put(Product product) {
        Price price = product.price();
        return Sql.on(
                        database,
                        "A product could not be written",
                        connection -> Sql.update(
                                connection,
                                PUT,
                                product.id(),
                                product.title(),
                                product.titleZh(),
                                price == null ? null : Long.valueOf(price.minorUnits()),
                                price == null ? null : price.currency(),
                                product.available(),
                                product.sourceTime()))
                == 1;
    }

    /** A product is gone. */
    public void remove(String id) {
        Sql.on(
                database,
                "A product could not be removed",
                connection -> Sql.update(connection, "delete from product where product_id = ?", id));
    }

    /** What texts can say of it; of one that nobody knows only the id. */
    public Map<String, String> texts(String id, Language language) {
        Map<String, String> texts = new TreeMap<>(Map.of("id", id));
        of(id).ifPresent(product -> {
            String chinese = product.titleZh();
            texts.put("title", language == Language.ZH && chinese != null ? chinese : product.title());
            Price price = product.price();
            if (price != null) {
                texts.put("price", price.text());
            }
        });
        return texts;
    }

    private static Product product(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Product(
                row.getString("product_id"),
                row.getString("title"),
                row.getString("title_zh"),
                currency == null ? null : new Price(row.getLong("price_minor"), currency),
                row.getBoolean("available"),
                row.getTimestamp("source_time").toInstant());
    }
}
