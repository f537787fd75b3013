package dev.aisle.algorithms.privacy.pii;

import java.util.List;

/**
 * Telephone numbers, with a country code or written as in one of the regions. A number without a plus sign looks like a dozen other
 * things, so its writing and the words before it must speak for it; then libphonenumber says whether such a number is given out.
 */
final class PhoneRecogniser implements Recogniser {
    private static final String BETWEEN = " ().-/";
    private static final int SHORTEST = 7;
    private static final int LONGEST = 17;
    /** Of one text; whoever writes more numbers than that into one has the rest masked unseen. */
    private static final int MOST_QUESTIONS = 32;

    private final PhoneRules rules;

    PhoneRecogniser(PhoneRegions regions) {
        this.rules = new PhoneRules(regions);
    }

    @Override
    public boolean isWorthwhile(Makeup makeup) {
        return makeup.digits() >= SHORTEST;
    }

    @Override
    public void find(String text, List<PiiSpan> found) {
        int questions = 0;
        for (DigitGroups groups : DigitGroups.of(text, BETWEEN)) {
            for (int first = 0; first < groups.count(); first++) {
                for (int last = Math.min(groups.count(), first + LONGEST) - 1; last >= first; last--) {
                    if (!mayBeWhole(groups, first, last)) {
                        continue;
                    }
                    PhoneCandidate candidate = candidate(groups, first, last);
                    if (++questions > MOST_QUESTIONS || rules.isPhone(text, candidate)) {
                        found.add(new PiiSpan(PiiType.PHONE_NUMBER, candidate.start(), candidate.end()));
                        first = last;
                        break;
                    }
                }
            }
        }
    }

    /** A part of a longer stretch counts only where spaces set it off and it is not itself joined by nothing but spaces. */
    private static boolean mayBeWhole(DigitGroups groups, int first, int last) {
        int digits = groups.digits(first, last);
        if (digits < SHORTEST || digits > LONGEST) {
            return false;
        }
        boolean all = first == 0 && last == groups.count() - 1;
        return all
                || ((groups.joined(first, last) || plusOrBracket(groups, first))
                        && isSetOff(groups, first - 1)
                        && isSetOff(groups, last));
    }

    private static boolean isSetOff(DigitGroups groups, int gapBehind) {
        if (gapBehind < 0 || gapBehind == groups.count() - 1) {
            return true;
        }
        String gap = groups.gapBehind(gapBehind);
        return gap.isBlank() || gap.startsWith(" (") || gap.contains(" -") || gap.contains("/ ") || gap.contains(". ");
    }

    private static boolean plusOrBracket(DigitGroups groups, int first) {
        return startOf(groups, first) < groups.start(first);
    }

    private static PhoneCandidate candidate(DigitGroups groups, int first, int last) {
        int start = startOf(groups, first);
        int end = groups.end(last);
        return new PhoneCandidate(
                start, end, groups.text().substring(start, end), groups.join(first, last), last - first + 1);
    }

    /** With the plus sign and the bracket that belong to the number. */
    private static int startOf(DigitGroups groups, int first) {
        String text = groups.text();
        int start = groups.start(first);
        boolean bracketed = text.startsWith(")", groups.end(first));
        if (bracketed && text.startsWith("(", start - 1)) {
            start--;
        }
        if (text.startsWith("+", start - 1)) {
            start--;
            start -= bracketed && text.startsWith("(", start - 1) ? 1 : 0;
        }
        return start;
    }
}
