package dev.aisle.local.attacks;

import dev.aisle.local.shell.Progress;
import java.util.ArrayList;
import java.util.List;

/** Makes the attacks one after the other and prints each promise with what came of it. */
public final class AttackRun {
    private final Target target;
    private final Progress progress;

    public AttackRun(Target target, Progress progress) {
        this.target = target;
        this.progress = progress;
    }

    /** Makes these attacks; answers a line for each promise that did not hold. */
    public List<String> run(List<Attack> attacks) {
        List<String> broken = new ArrayList<>();
        for (Attack attack : attacks) {
            AttackResult result = attempt(attack, target);
            progress.step((result.held() ? "held    " : "BROKEN  ") + attack.name() + ": " + attack.promise());
            progress.say("                  " + result.seen());
            if (!result.held()) {
                broken.add(attack.name() + ": " + result.seen());
            }
        }
        progress.say((attacks.size() - broken.size()) + " of " + attacks.size() + " promises held.");
        return broken;
    }

    /** An attempt that can't be made counts as broken: nothing was shown. */
    static AttackResult attempt(Attack attack, Target target) {
        try {
            return attack.attempt().on(target);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return AttackResult.broken("the attempt was interrupted");
        } catch (Exception e) {
            return AttackResult.broken("the attempt could not be made: " + e);
        }
    }
}
