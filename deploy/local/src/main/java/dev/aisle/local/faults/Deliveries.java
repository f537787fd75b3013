package dev.aisle.local.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * Messages to people after everything has settled.
 *
 * @param taken how many the mail server took
 * @param different how many different ones those were
 * @param journeys how often something began that ends with a message
 * @param orders how often a person did what begins it
 * @param delivered how many the ledger calls delivered
 * @param inDoubt of how many it doesn't know: an operator decides
 * @param open what was still under way when nobody waited any longer
 */
record Deliveries(long taken, long different, long journeys, long orders, long delivered, long inDoubt, long open) {
    /** What is wrong with them. */
    List<String> violations() {
        var all = new ArrayList<String>();
        if (orders == 0) {
            all.add("nothing was ordered, so that no message was due");
        }
        if (taken > different) {
            all.add((taken - different) + " messages were sent twice");
        }
        if (different > journeys) {
            all.add(different + " messages where only " + journeys + " were due");
        }
        if (journeys > orders) {
            all.add(journeys + " journeys began where only " + orders + " were occasioned");
        }
        if (journeys < orders) {
            all.add((orders - journeys) + " orders were acknowledged and nothing began");
        }
        if (open > 0) {
            all.add(open + " messages are still under way");
        }
        if (delivered > different) {
            all.add(delivered + " messages are called delivered and the mail server has " + different);
        }
        return all;
    }
}
