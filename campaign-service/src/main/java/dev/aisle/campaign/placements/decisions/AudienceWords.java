package dev.aisle.campaign.placements.decisions;

import dev.aisle.campaign.campaigns.domain.Audience;
import dev.aisle.campaign.people.Person;
import dev.aisle.campaign.shared.Language;
import java.util.List;
import java.util.stream.Collectors;

/** Which part of an audience keeps a person out, in words. Only what the campaign itself asks is told, and no numbers of the person. */
final class AudienceWords {
    private final Person person;
    private final boolean chinese;

    private AudienceWords(Person person, Language language) {
        this.person = person;
        this.chinese = language == Language.ZH;
    }

    /** Why the person isn't in it. */
    public static String of(Audience audience, Person person, Language language) {
        return new AudienceWords(person, language).why(audience, true);
    }

    /** Why a part doesn't hold that should, or holds that shouldn't. */
    private String why(Audience audience, boolean wanted) {
        return switch (audience) {
            case Audience.Everyone _ -> chinese ? "面向所有人" : "it is for everybody";
            case Audience.InSegment in -> segment(in.segment(), wanted);
            case Audience.Orders orders -> orders(orders, wanted);
            case Audience.Not not -> why(not.part(), !wanted);
            case Audience.All all -> parts(all.parts(), wanted);
            case Audience.Any any -> parts(any.parts(), wanted);
        };
    }

    private String segment(String id, boolean wanted) {
        if (wanted) {
            return chinese ? "不在分群 " + id + " 中" : "the person isn't in the segment " + id;
        }
        return chinese ? "在被排除的分群 " + id + " 中" : "the person is in the segment " + id + ", which is left out";
    }

    private String orders(Audience.Orders orders, boolean wanted) {
        String range = orders.atLeast() + (orders.atMost() == Long.MAX_VALUE ? "+" : "–" + orders.atMost());
        if (wanted) {
            return chinese ? "下单次数不在 " + range + " 之内" : "the person hasn't ordered " + range + " times";
        }
        return chinese ? "下单次数在 " + range + " 之内，被排除" : "the person has ordered " + range + " times, which is left out";
    }

    private String parts(List<Audience> parts, boolean wanted) {
        return parts.stream()
                .filter(part -> part.includes(person) != wanted)
                .map(part -> why(part, wanted))
                .collect(Collectors.joining(chinese ? "；" : "; "));
    }
}
