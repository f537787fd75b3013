package dev.aisle.campaign.experiments.analysis;

import dev.aisle.campaign.experiments.judging.Look;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Singleton;
import java.util.Map;

/** How experiments stood when they were last looked at, without analysing them again. */
@Singleton
public class ReadLooks {
    private final LookRepository looks;
    private final Transactions transactions;

    ReadLooks(LookRepository looks, Transactions transactions) {
        this.looks = looks;
        this.transactions = transactions;
    }

    /** The latest look of each experiment that runs, by its id; none of one that wasn't looked at yet. */
    public Map<String, Look> latest() {
        return transactions.call(looks::latest);
    }
}
