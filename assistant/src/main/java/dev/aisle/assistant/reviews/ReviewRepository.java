package dev.aisle.assistant.reviews;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.assistant.shared.Language;
import dev.aisle.platform.storage.Database;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;

/** The table of reviews. */
@Singleton
class ReviewRepository {
    private static final String UPSERT = """
            insert into product_review (product_id, review_id, locale, body, stars, written_at) values (?, ?, ?, ?, ?, ?)
            on conflict (product_id, review_id) do update set
                locale = excluded.locale, body = excluded.body, stars = excluded.stars, written_at = excluded.written_at
            """;
    private static final String NEWEST = """
            select review_id, body, stars, written_at from product_review
            where product_id = ? and locale = ? order by written_at desc limit ?
            """;

    private final Database database;

    ReviewRepository(Database database) {
        this.database = database;
    }

    /** Writes a review; an older one of the same id gives way. */
    public void write(Review review) {
        database.update(UPSERT, statement -> {
            statement.setString(1, review.product());
            statement.setString(2, review.id());
            statement.setString(3, review.language().tag());
            statement.setString(4, review.text().text());
            statement.setObject(5, review.stars(), Types.INTEGER);
            statement.setTimestamp(6, Timestamp.from(review.writtenAt()));
        });
    }

    /** Takes a review away; whether it was there. */
    public boolean delete(String product, String id) {
        return database.update("delete from product_review where product_id = ? and review_id = ?", statement -> {
                    statement.setString(1, product);
                    statement.setString(2, id);
                })
                > 0;
    }

    /** The newest reviews of a product. */
    public List<Review> newest(String product, Language language, int most) {
        return database.query(
                NEWEST,
                statement -> {
                    statement.setString(1, product);
                    statement.setString(2, language.tag());
                    statement.setInt(3, most);
                },
                row -> {
                    int stars = row.getInt(3);
                    boolean none = row.wasNull();
                    return new Review(
                            product,
                            row.getString(1),
                            language,
                            StorableText.stored(row.getString(2)),
                            none ? null : stars,
                            row.getTimestamp(4).toInstant());
                });
    }
}
