package dev.aisle.campaign.intake;

import dev.aisle.platform.person.PersonHook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;

/** Puts all rows of a person under another pseudonym. Of an erased person nothing is left but the fence, which stays where it is. */
@ApplicationScoped
class MoveRepository implements PersonHook {
    private static final List<String> MOVES = List.of(
            """
            insert into person (pseudonym, purchases, withdrawn_version)
            select :successor, purchases, withdrawn_version from person where pseudonym = :pseudonym and erased_at is null
            on conflict (pseudonym) do update set
                purchases = person.purchases + excluded.purchases,
                withdrawn_version = greatest(person.withdrawn_version, excluded.withdrawn_version)
            """,
            """
            insert into person_item (pseudonym, product_id, bought, last_at)
            select :successor, product_id, bought, last_at from person_item where pseudonym = :pseudonym
            on conflict (pseudonym, product_id) do update set
                bought = person_item.bought or excluded.bought,
                last_at = greatest(person_item.last_at, excluded.last_at)
            """,
            """
            insert into segment_member (pseudonym, segment_id, member, profile_version, changed_at)
            select :successor, segment_id, member, profile_version, changed_at from segment_member
            where pseudonym = :pseudonym
            on conflict (pseudonym, segment_id) do update set
                member = excluded.member, profile_version = excluded.profile_version, changed_at = excluded.changed_at
                where segment_member.profile_version < excluded.profile_version
            """,
            """
            insert into suppression (pseudonym, channel, purpose, reason, untold, suppressed_at)
            select :successor, channel, purpose, reason, untold, suppressed_at from suppression where pseudonym = :pseudonym
            on conflict (pseudonym, channel, purpose) do update set untold = suppression.untold or excluded.untold
            """,
            """
            insert into recipient (pseudonym, locale, zone, visited, ordered, allowed_email, allowed_push, changed_at)
            select :successor, locale, zone, visited, ordered, allowed_email, allowed_push, changed_at
            from recipient where pseudonym = :pseudonym
            on conflict (pseudonym) do update set
                locale = coalesce(recipient.locale, excluded.locale), zone = coalesce(recipient.zone, excluded.zone),
                visited = recipient.visited or excluded.visited, ordered = recipient.ordered or excluded.ordered,
                allowed_email = recipient.allowed_email or excluded.allowed_email,
                allowed_push = recipient.allowed_push or excluded.allowed_push
            """,
            // Of one campaign only one is under way, and an occasion begins one only: what is there under the newer one
            // already stays.
            """
            delete from journey where pseudonym = :pseudonym and exists (
                select from journey other where other.pseudonym = :successor and other.campaign_id = journey.campaign_id
                    and (other.occasion = journey.occasion or (other.state = 'waiting' and journey.state = 'waiting')))
            """,
            "update journey set pseudonym = :successor where pseudonym = :pseudonym",
            "update journey_firing set pseudonym = :successor where pseudonym = :pseudonym",
            // Of a list that has the newer one already, the old id is taken off by the removal of what is left.
            """
            update audience_member set pseudonym = :successor where pseudonym = :pseudonym and campaign_id not in (
                select campaign_id from audience_member where pseudonym = :successor)
            """,
            """
            insert into campaign_person (campaign_id, campaign_version, pseudonym, holdout, variation, first_at, known)
            select campaign_id, campaign_version, :successor, holdout, variation, first_at, known from campaign_person
            where pseudonym = :pseudonym
            on conflict (campaign_id, campaign_version, pseudonym) do nothing
            """,
            """
            insert into experiment_exposure
                (experiment_id, phase, unit, pseudonym, variation, propensity, first_at, mixed, merged)
            select experiment_id, phase, :successor || substr(unit, length(pseudonym) + 1), :successor, variation, propensity,
                first_at, mixed, merged
            from experiment_exposure where pseudonym = :pseudonym
            on conflict (experiment_id, phase, unit) do update set
                mixed = experiment_exposure.mixed or excluded.mixed or experiment_exposure.variation <> excluded.variation
            """,
            "update campaign_contact set pseudonym = :successor where pseudonym = :pseudonym",
            "update campaign_order set pseudonym = :successor where pseudonym = :pseudonym",
            "update campaign_feedback set pseudonym = :successor where pseudonym = :pseudonym",
            "update metric_fact set pseudonym = :successor where pseudonym = :pseudonym",
            "update decision set pseudonym = :successor where pseudonym = :pseudonym",
            "update message set pseudonym = :successor where pseudonym = :pseudonym",
            "update message_words set pseudonym = :successor where pseudonym = :pseudonym",
            """
            insert into coupon_allocation (campaign_id, pseudonym, variation, expected_value, expected_cost, allocated_at)
            select campaign_id, :successor, variation, expected_value, expected_cost, allocated_at from coupon_allocation
            where pseudonym = :pseudonym
            on conflict (campaign_id, pseudonym) do nothing
            """,
            "update coupon_code set pseudonym = :successor where pseudonym = :pseudonym",
            "update coupon_use set pseudonym = :successor where pseudonym = :pseudonym",
            "delete from person where pseudonym = :pseudonym and pseudonym <> :successor and erased_at is null");
    private final Session database;

    MoveRepository(Session database) {
        this.database = database;
    }

    /** What the newer pseudonym has a row for already stays behind. */
    @Override
    public void move(String pseudonym, String successor) {
        MOVES.forEach(sql -> database.createNativeMutationQuery(sql)
                .setParameter("pseudonym", pseudonym)
                .setParameter("successor", successor)
                .executeUpdate());
    }
}
