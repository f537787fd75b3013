package dev.aisle.privacy.vault.masterkeys;

import dev.aisle.algorithms.privacy.envelope.MasterKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Tells which master keys there are and what they still wrap; so one sees when an old one can be destroyed. */
@ApplicationScoped
class ReportMasterKeys {
    private final MasterKeys masterKeys;
    private final WrappedKeyCounts keys;

    ReportMasterKeys(MasterKeys masterKeys, WrappedKeyCounts keys) {
        this.masterKeys = masterKeys;
        this.keys = keys;
    }

    /**
     * A master key.
     *
     * @param subjects how many keys of subjects and of disclosures to ad platforms are under it
     * @param retirable whether it can be taken out of the configuration and destroyed
     */
    public record MasterKeyState(String id, boolean active, boolean configured, long subjects, boolean retirable) {}

    /** All that are configured or still wrap something. */
    @Transactional
    public List<MasterKeyState> report() {
        Map<String, Long> counts = keys.byMasterKey();
        TreeSet<String> ids = new TreeSet<>(counts.keySet());
        ids.addAll(masterKeys.ids());
        return ids.stream().map(id -> state(id, counts.getOrDefault(id, 0L))).toList();
    }

    private MasterKeyState state(String id, long subjects) {
        boolean active = id.equals(masterKeys.active());
        return new MasterKeyState(id, active, masterKeys.ids().contains(id), subjects, !active && subjects == 0);
    }
}
