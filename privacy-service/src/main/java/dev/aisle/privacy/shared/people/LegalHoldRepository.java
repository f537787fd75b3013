package dev.aisle.privacy.shared.people;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Legal holds by pseudonym. */
@ApplicationScoped
public class LegalHoldRepository implements PanacheRepositoryBase<LegalHoldRow, String> {
    /** The hold on a subject that hasn't ended, also when the subject is named by an older pseudonym. */
    public Optional<LegalHoldRow> active(String pseudonym, Instant now) {
        return getSession()
                .createNativeQuery("""
                    select * from legal_hold
                    where held_until > :now and pseudonym in (
                        select cast(:pseudonym as text)
                        union all select successor from pseudonym_successor where pseudonym = :pseudonym)
                    """, LegalHoldRow.class)
                .setParameter("now", now)
                .setParameter("pseudonym", pseudonym)
                .getResultStream()
                .findFirst();
    }

    /** Returns the holds on subjects, each named as it stands, that haven't ended. */
    public List<LegalHoldRow> active(Collection<String> pseudonyms, Instant now) {
        return list("heldUntil > ?1 and pseudonym in ?2", now, pseudonyms);
    }

    /** Puts a hold under another pseudonym; of two the longer stays. */
    public void move(String old, String now) {
        getSession()
                .createNativeMutationQuery("""
                    insert into legal_hold (pseudonym, reason, held_until, set_by, set_at)
                    select :now, reason, held_until, set_by, set_at from legal_hold where pseudonym = :old
                    on conflict (pseudonym) do update set
                        reason = excluded.reason, held_until = excluded.held_until,
                        set_by = excluded.set_by, set_at = excluded.set_at
                    where excluded.held_until > legal_hold.held_until
                    """)
                .setParameter("old", old)
                .setParameter("now", now)
                .executeUpdate();
        forget(old);
    }

    /** Makes a hold last at least until a moment, as the topic of consents says; why and by whom is lost with the database that went back. */
    public void extend(String pseudonym, Instant until, Instant now) {
        if (until.isAfter(now)) {
            getSession()
                    .createNativeMutationQuery("""
                    insert into legal_hold (pseudonym, reason, held_until, set_by, set_at)
                    values (:pseudonym, 'restored-from-topic', :until, 'privacy-service', :now)
                    on conflict (pseudonym) do update set held_until = excluded.held_until
                    where excluded.held_until > legal_hold.held_until
                    """)
                    .setParameter("pseudonym", pseudonym)
                    .setParameter("until", until)
                    .setParameter("now", now)
                    .executeUpdate();
        }
    }

    /** Forgets that there was a hold on a subject. */
    public void forget(String pseudonym) {
        deleteById(pseudonym);
    }

    /** All that haven't ended, the first to end first. */
    public List<LegalHoldRow> active(Instant now, int atMost) {
        return find("heldUntil > ?1 order by heldUntil", now).page(0, atMost).list();
    }
}
