package dev.aisle.campaign.delivery.messages.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** Who gets nothing, by which channel and for which purpose; read by the very statement that hands a message over. */
@ApplicationScoped
public class Suppressions {
    private static final String PUT = """
            insert into suppression (pseudonym, channel, purpose, reason, untold, suppressed_at)
            values (:pseudonym, :channel, :purpose, :reason, :untold, :now)
            on conflict (pseudonym, channel, purpose) do update set
                untold = suppression.untold or excluded.untold
            """;
    private static final String UNTOLD = """
            select pseudonym, channel, purpose, reason, untold from suppression where untold
            order by suppressed_at limit :most for update skip locked
            """;

    private final Session database;

    Suppressions(Session database) {
        this.database = database;
    }

    /**
     * Somebody who gets nothing.
     *
     * @param purpose empty: whatever it is for
     * @param untold  privacy-service still has to hear that the consent is withdrawn
     */
    public record Suppression(String pseudonym, String channel, String purpose, String reason, boolean untold) {}

    /** From now on, nothing goes there. */
    public void put(Suppression suppression, Instant now) {
        database.createNativeMutationQuery(PUT)
                .setParameter("pseudonym", suppression.pseudonym())
                .setParameter("channel", suppression.channel())
                .setParameter("purpose", suppression.purpose())
                .setParameter("reason", suppression.reason())
                .setParameter("untold", suppression.untold())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Those of which privacy-service has to hear, held to the end of the transaction. */
    public List<Suppression> untold(int most) {
        return database.createNativeQuery(UNTOLD, Tuple.class)
                .setParameter("most", most)
                .getResultStream()
                .map(row -> new Suppression(
                        row.get("pseudonym", String.class),
                        row.get("channel", String.class),
                        row.get("purpose", String.class),
                        row.get("reason", String.class),
                        row.get("untold", Boolean.class)))
                .toList();
    }

    /** Lifts one: the consent itself says no from now on. */
    public void lift(Suppression suppression) {
        database.createNativeMutationQuery("delete from suppression where pseudonym = :pseudonym and channel = :channel"
                        + " and purpose = :purpose")
                .setParameter("pseudonym", suppression.pseudonym())
                .setParameter("channel", suppression.channel())
                .setParameter("purpose", suppression.purpose())
                .executeUpdate();
    }

    /** Lifts what an address caused, since the person has another one now. @return how many */
    public int liftBounces(String pseudonym) {
        return database.createNativeMutationQuery(
                        "delete from suppression where pseudonym = :pseudonym and purpose = '' and not untold")
                .setParameter("pseudonym", pseudonym)
                .executeUpdate();
    }
}
