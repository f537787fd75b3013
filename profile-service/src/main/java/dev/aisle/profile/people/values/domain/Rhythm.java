package dev.aisle.profile.people.values.domain;

import dev.aisle.algorithms.customers.rhythm.SendTime;
import dev.aisle.algorithms.customers.rhythm.SendTime.SendHour;
import dev.aisle.algorithms.customers.rhythm.WeekProfile;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is there. A visit is an hour with an event, on the clock that the person had then.
 *
 * @param hours visits by hour of the week, from Monday 00:00
 * @param zone that was seen last; null when none was
 * @param best the best hour to write
 * @param next when it next begins on the clock of {@code zone}, else of the shop
 */
public record Rhythm(WeekProfile hours, @Nullable ZoneId zone, SendHour best, Instant next) {
    /** Not done by the person, or not at that time. */
    private static final Set<EventType> NO_VISIT = EnumSet.of(
            EventType.EXPOSURE,
            EventType.MESSAGE_DELIVERED,
            EventType.MESSAGE_BOUNCED,
            EventType.REFUND,
            EventType.CANCEL);

    private static final SendTime USUAL = new SendTime(WeekProfile.NONE, SendTime.USUAL_PULL);

    static Told<Rhythm> of(PersonEvents events, ZoneId shop, Instant now) {
        int[] hours = new int[WeekProfile.HOURS];
        ZoneId zone = null;
        Set<Instant> seen = new HashSet<>();
        for (PersonEvent event : events.list()) {
            if (!NO_VISIT.contains(event.type())) {
                zone = event.zone() == null ? zone : event.zone();
                ZoneId clock = zone == null ? shop : zone;
                if (seen.add(event.at().truncatedTo(ChronoUnit.HOURS))) {
                    hours[WeekProfile.hourOfWeek(event.at(), clock)]++;
                }
            }
        }
        BitSet always = new BitSet();
        always.set(0, WeekProfile.HOURS);
        WeekProfile visits = new WeekProfile(hours);
        ZoneId last = zone;
        return visits.total() == 0
                ? new Told.Absent<>("no visit was seen")
                : USUAL.best(visits, always)
                        .<Told<Rhythm>>map(best -> new Told.Known<>(
                                new Rhythm(visits, last, best, best.next(now, last == null ? shop : last))))
                        .orElse(new Told.Absent<>("no hour is better than another"));
    }
}
