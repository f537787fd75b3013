package dev.aisle.recommender.catalog;

import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.platform.storage.Database;
import dev.aisle.recommender.catalog.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.ProductChange.Described;
import dev.aisle.recommender.catalog.ProductChange.Removed;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table of products. */
@Singleton
public class ProductRepository {
    private static final String UPSERT = """
            insert into product as old (product_id, title, category_path, brand, price_minor, currency, url, image_url,
                                        purchasable, preorder, deleted, payload, source_time)
            select id, title, string_to_array(path, E'\\x1f'), brand, price, currency, url, image_url,
                   purchasable, preorder, deleted, payload, source_time
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as new (id, title, path, brand, price, currency, url,
                        image_url, purchasable, preorder, deleted, payload, source_time)
            on conflict (product_id) do update set
                title = excluded.title, category_path = excluded.category_path, brand = excluded.brand,
                price_minor = excluded.price_minor, currency = excluded.currency, url = excluded.url,
                image_url = excluded.image_url, purchasable = excluded.purchasable, preorder = excluded.preorder,
                deleted = excluded.deleted, payload = excluded.payload, source_time = excluded.source_time,
                updated_at = clock_timestamp()
            where old.source_time <= excluded.source_time
            returning product_id
            """;
    private static final String CHANGED = """
            select product_id, title, category_path, brand, price_minor, currency, url, image_url, purchasable, preorder,
                   deleted, payload, source_time
            from product
            where updated_at >= ?
            """;
    private static final String FIND = """
            select product_id, title, category_path, brand, price_minor, currency, url, image_url, purchasable, preorder,
                   deleted, payload, source_time
            from product
            where product_id = any(?)
            """;

    private final Database database;

    ProductRepository(Database database) {
        this.database = database;
    }

    /** The database's clock. */
    Instant now() {
        return database.query(
                        "select clock_timestamp()",
                        statement -> {},
                        row -> row.getTimestamp(1).toInstant())
                .getFirst();
    }

    /** Writes changes, each product at most once; returns the products for which the change was the newest. */
    public Set<String> write(Collection<ProductChange> changes) {
        return new HashSet<>(database.query(UPSERT, statement -> bind(statement, changes), row -> row.getString(1)));
    }

    private static void bind(PreparedStatement statement, Collection<ProductChange> changes) throws SQLException {
        Columns columns = new Columns(statement, changes);
        columns.add("text", change -> change.productId());
        columns.add("text", described(Described::title, ""));
        columns.add("text", described(product -> String.join("\u001f", product.path()), ""));
        columns.add("text", described(Described::brand, ""));
        columns.add("bigint", priced(Price::minorUnits));
        columns.add("text", priced(Price::currency));
        columns.add("text", described(Described::url, ""));
        columns.add("text", described(Described::imageUrl, ""));
        columns.add("boolean", described(product -> product.sale() != Sale.NO, false));
        columns.add("boolean", described(product -> product.sale() == Sale.PREORDER, false));
        columns.add("boolean", change -> change instanceof Removed);
        columns.add("bytea", described(Described::payload, null));
        columns.add("timestamptz", change -> Timestamp.from(change.sourceTime()));
    }

    private static Function<ProductChange, @Nullable Object> described(
            Function<Described, @Nullable Object> property, @Nullable Object otherwise) {
        return change -> change instanceof Described product ? property.apply(product) : otherwise;
    }

    private static Function<ProductChange, @Nullable Object> priced(Function<Price, Object> property) {
        return described(product -> product.price() == null ? null : property.apply(product.price()), null);
    }

    /** The parameters of the statement, one array a column. */
    private static final class Columns {
        private final PreparedStatement statement;
        private final Collection<ProductChange> changes;
        private int index;

        Columns(PreparedStatement statement, Collection<ProductChange> changes) {
            this.statement = statement;
            this.changes = changes;
        }

        void add(String type, Function<ProductChange, @Nullable Object> property) throws SQLException {
            @Nullable Object[] values = type.equals("bytea") ? new byte[changes.size()][] : new Object[changes.size()];
            int place = 0;
            for (ProductChange change : changes) {
                values[place++] = property.apply(change);
            }
            statement.setArray(++index, statement.getConnection().createArrayOf(type, values));
        }
    }

    /** Gives each product that changed since then, gone ones as well. */
    public void changedSince(Instant since, Consumer<ProductChange> consumer) {
        database.stream(
                CHANGED,
                statement -> statement.setTimestamp(1, Timestamp.from(since)),
                row -> consumer.accept(read(row)));
    }

    /** These products as they are now, gone ones as well. */
    public List<ProductChange> find(Collection<String> productIds) {
        return database.query(
                FIND,
                statement -> statement.setArray(1, Database.array(statement, "text", productIds)),
                ProductRepository::read);
    }

    private static ProductChange read(ResultSet row) throws SQLException {
        String id = row.getString("product_id");
        Instant sourceTime = row.getTimestamp("source_time").toInstant();
        if (row.getBoolean("deleted")) {
            return new Removed(id, sourceTime);
        }
        String currency = row.getString("currency");
        byte[] payload = row.getBytes("payload");
        Product message = ProductMessages.read(payload);
        return new Described(
                id,
                row.getString("title"),
                List.of((String[]) row.getArray("category_path").getArray()),
                row.getString("brand"),
                currency == null ? null : new Price(row.getLong("price_minor"), currency),
                row.getString("url"),
                row.getString("image_url"),
                saleOf(row),
                ProductMessages.traitsOf(message),
                ProductMessages.textsOf(message),
                payload == null ? new byte[0] : payload,
                sourceTime);
    }

    private static Sale saleOf(ResultSet row) throws SQLException {
        if (!row.getBoolean("purchasable")) {
            return Sale.NO;
        }
        return row.getBoolean("preorder") ? Sale.PREORDER : Sale.NOW;
    }
}
