package dev.aisle.platform.consent;

import dev.aisle.contracts.Keeps;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Uses of people's data that have begun and not ended. A change of consent is in force when every use has ended that may have begun
 * before it was known: the grace period of read-copy-update.
 *
 * @see <a href="https://doi.org/10.1109/TPDS.2011.159">Desnoyers et al. 2012, User-level implementations of RCU</a>
 */
@Keeps(ofPersons = "uses of data, for as long as each takes")
final class UsesUnderway {
    private final AtomicLong moment = new AtomicLong();
    private final Set<Underway> open = ConcurrentHashMap.newKeySet();

    /** Not a record: two uses are never the same. */
    private final class Underway implements Use {
        private final long begunAt = moment.get();

        @Override
        public void close() {
            open.remove(this);
        }
    }

    /** Must be called before the consent is read: a use that a later look misses then reads what was known before the look. */
    Use begin() {
        Underway use = new Underway();
        open.add(use);
        return use;
    }

    /** A moment that divides the uses: those that begin from now on know what is known now. */
    long divide() {
        return moment.incrementAndGet();
    }

    /** Whether all uses that began before that moment have ended. */
    boolean endedBefore(long divided) {
        return open.stream().noneMatch(use -> use.begunAt < divided);
    }

    boolean none() {
        return open.isEmpty();
    }
}
