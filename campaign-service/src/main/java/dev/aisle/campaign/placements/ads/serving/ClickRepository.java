package dev.aisle.campaign.placements.ads.serving;

import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Clicks by impression, and the key under which replicas sign impressions. */
@Singleton
public class ClickRepository {
    /** A click as it was counted. */
    public record Click(String impression, String advert, String advertiser, long price, boolean charged, Instant at) {}

    /** Whether this is the impression's first click; from now on it has been clicked. */
    public boolean first(Connection connection, Click click) throws SQLException {
        String insert = """
                insert into ad_click (impression, advert_id, advertiser_id, price_minor, charged, clicked_at)
                values (?, ?, ?, ?, ?, ?) on conflict (impression) do nothing
                """;
        return Sql.update(
                        connection,
                        insert,
                        click.impression(),
                        click.advert(),
                        click.advertiser(),
                        click.price(),
                        click.charged(),
                        click.at())
                == 1;
    }

    /** A first click turned out to cost nothing. */
    public void uncharge(Connection connection, String impression) throws SQLException {
        Sql.update(connection, "update ad_click set charged = false where impression = ?", impression);
    }

    /** The key of all replicas; the first one that asks makes it. */
    public byte[] key(Connection connection, byte[] proposed) throws SQLException {
        Sql.update(
                connection, "insert into ad_token_key (id, key) values (1, ?) on conflict (id) do nothing", proposed);
        List<byte[]> kept =
                Sql.query(connection, "select key from ad_token_key where id = 1", row -> row.getBytes("key"));
        return kept.getFirst();
    }
}
