package dev.aisle.privacy.vault.masterkeys;

import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import java.util.List;
import org.hibernate.Session;

/**
 * The wrapped keys of one table, as a rotation of the master key walks through them.
 *
 * @param <I> type of the column that names a row
 */
public final class WrappedKeyTable<I> {
    private final Session session;
    private final String table;
    private final String id;
    private final Class<I> type;

    public WrappedKeyTable(Session session, String table, String id, Class<I> type) {
        this.session = session;
        this.table = table;
        this.id = id;
        this.type = type;
    }

    /** A key and the row that holds it. */
    public record Kept<I>(I id, WrappedKey key) {}

    /** Returns the next keys that are under another master key, in the order of their rows, held to the end of the transaction. */
    public List<Kept<I>> holdOthers(String masterKey, I after, int atMost) {
        return session.createNativeQuery(
                        "select " + id + ", master_key_id, wrapped from " + table
                                + " where master_key_id <> :master and " + id + " > :after order by " + id
                                + " limit :most for update",
                        Object[].class)
                .setParameter("master", masterKey)
                .setParameter("after", after)
                .setParameter("most", atMost)
                .getResultStream()
                .map(row -> new Kept<>(type.cast(row[0]), new WrappedKey((String) row[1], (byte[]) row[2])))
                .toList();
    }

    /** Keeps the same key under another master key. */
    public void replace(I row, WrappedKey key) {
        session.createNativeMutationQuery(
                        "update " + table + " set master_key_id = :master, wrapped = :wrapped where " + id + " = :row")
                .setParameter("row", row)
                .setParameter("master", key.masterKeyId())
                .setParameter("wrapped", key.bytes())
                .executeUpdate();
    }
}
