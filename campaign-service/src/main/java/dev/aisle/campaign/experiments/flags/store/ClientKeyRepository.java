package dev.aisle.campaign.experiments.flags.store;

import dev.aisle.campaign.experiments.flags.domain.ClientKey;
import dev.aisle.campaign.shared.Sql;
import dev.aisle.campaign.shared.Transactions.Work;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Keys of clients. Works in the transaction of the caller, if there is one. */
@Singleton
public class ClientKeyRepository {
    private final AgroalDataSource dataSource;

    ClientKeyRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Every key, the newest first. */
    public List<ClientKey> all() {
        return call(connection -> Sql.query(
                connection,
                "select key, name, made_at, made_by, revoked_at from client_key order by made_at desc, key",
                row -> new ClientKey(
                        row.getString("key"),
                        row.getString("name"),
                        Objects.requireNonNull(Sql.instant(row, "made_at"), "made_at"),
                        row.getString("made_by"),
                        Sql.instant(row, "revoked_at"))));
    }

    /** Adds a key. */
    public void add(ClientKey key) {
        call(connection -> Sql.update(
                connection,
                "insert into client_key (key, name, made_at, made_by) values (?, ?, ?, ?)",
                key.key(),
                key.name(),
                key.madeAt(),
                key.madeBy()));
    }

    /** Revokes a key; whether there was one that was good. */
    public boolean revoke(String key, Instant at) {
        return call(connection -> Sql.update(
                        connection,
                        "update client_key set revoked_at = ? where key = ? and revoked_at is null",
                        at,
                        key))
                == 1;
    }

    private <T> T call(Work<T> work) {
        return Sql.on(dataSource, "Keys of clients could not be read or written", work);
    }
}
