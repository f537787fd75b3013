package dev.aisle.local.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * A budget after everybody has asked. Amounts in cents.
 *
 * @param off what one redemption costs
 * @param asked shoppers who wanted one
 * @param won shoppers who were told yes
 * @param redeemed what the coupon says was spent
 * @param reserved what it still holds for somebody
 */
record SpentBudget(long budget, long off, long asked, long won, long redeemed, long reserved) {
    /** What is wrong with it. */
    List<String> violations() {
        var all = new ArrayList<String>();
        if (redeemed + reserved > budget) {
            all.add("a budget of " + budget + " is overspent: " + redeemed + " redeemed, " + reserved + " held");
        }
        if (won * off > budget) {
            all.add(won + " shoppers were told yes where " + budget / off + " can be paid");
        }
        if (won == 0) {
            all.add("no shopper was told yes, so that nothing was tried");
        }
        return all;
    }
}
