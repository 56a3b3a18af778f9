package org.anshe.hazard.internal.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.anshe.hazard.internal.policy.PolicyContent.ExtensionRule;
import org.anshe.hazard.internal.policy.PolicyContent.LookBackRule;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.ProblemException.FieldError;
import org.jspecify.annotations.Nullable;

/** What is wrong with a policy, by JSON pointers into its content. An empty list: it can be published. */
public final class PolicyCheck {

    private static final int HUNDRED = 100;
    private static final int MOST_RULES = 200;
    private static final Set<AreaLevel> LEVELS =
            EnumSet.of(AreaLevel.COMMUNITY, AreaLevel.STREET, AreaLevel.DISTRICT, AreaLevel.CITY, AreaLevel.PROVINCE);

    private final PolicyContent content;
    private final Set<String> domains;
    private final List<FieldError> errors = new ArrayList<>();

    private PolicyCheck(PolicyContent content, Set<String> domains) {
        this.content = content;
        this.domains = domains;
    }

    /** @param domains codes of all hazard domains */
    public static List<FieldError> errors(PolicyContent content, Set<String> domains) {
        PolicyCheck check = new PolicyCheck(content, domains);
        check.general();
        check.limits();
        check.extensions();
        check.lookBacks();
        check.ladder();
        check.warnings();
        return List.copyOf(check.errors);
    }

    private void general() {
        wrong(content.nearPercent() < 1 || content.nearPercent() > HUNDRED, "/nearPercent", "range");
        boolean whole = content.precedence().size() == LimitSource.values().length
                && Set.copyOf(content.precedence()).size() == LimitSource.values().length;
        wrong(!whole, "/precedence", "each-once");
        wrong(!content.majorReport().plausible(), "/majorReport", "range");
        wrong(!content.transfers().answer().plausible(), "/transfers/answer", "range");
        wrong(
                content.transfers().mostRefusals() < 1 || content.transfers().mostRefusals() > HUNDRED,
                "/transfers/mostRefusals",
                "range");
        wrong(!LEVELS.contains(content.transfers().decides()), "/transfers/decides", "range");
    }

    private void limits() {
        wrong(content.limits().size() > MOST_RULES, "/limits", "too-many");
        Set<HazardClock> withDefault = EnumSet.noneOf(HazardClock.class);
        for (int i = 0; i < content.limits().size(); i++) {
            LimitRule rule = content.limits().get(i);
            String at = "/limits/" + i;
            wrong(!rule.limit().plausible(), at + "/limit", "range");
            unknownDomain(rule.domain(), at);
            if (rule.from() == LimitSource.DEFAULT) {
                withDefault.add(rule.clock());
            }
            wrong(content.limits().subList(0, i).stream().anyMatch(other -> same(other, rule)), at, "twice");
        }
        for (HazardClock clock : HazardClock.values()) {
            wrong(!withDefault.contains(clock), "/limits", "default-missing");
        }
    }

    private static boolean same(LimitRule one, LimitRule other) {
        return one.clock() == other.clock()
                && one.grade() == other.grade()
                && one.source() == other.source()
                && java.util.Objects.equals(one.domain(), other.domain());
    }

    private void extensions() {
        PolicyContent.Extensions extensions = content.extensions();
        wrong(extensions.most() < 0 || extensions.most() > HUNDRED, "/extensions/most", "range");
        wrong(!extensions.answer().plausible(), "/extensions/answer", "range");
        TimeLimit askBefore = extensions.askBefore();
        wrong(askBefore != null && !askBefore.plausible(), "/extensions/askBefore", "range");
        for (int i = 0; i < extensions.rules().size(); i++) {
            ExtensionRule rule = extensions.rules().get(i);
            String at = "/extensions/rules/" + i;
            wrong(rule.upToNth() < 1, at + "/upToNth", "range");
            wrong(rule.upToDays() < 1 || rule.upToDays() > TimeLimit.MOST, at + "/upToDays", "range");
            wrong(!LEVELS.contains(rule.level()), at + "/level", "range");
        }
    }

    private void lookBacks() {
        for (int i = 0; i < content.lookBacks().size(); i++) {
            LookBackRule rule = content.lookBacks().get(i);
            String at = "/lookBacks/" + i;
            wrong(!rule.after().plausible(), at + "/after", "range");
            wrong(rule.share() < 1 || rule.share() > HUNDRED, at + "/share", "range");
            unknownDomain(rule.domain(), at);
        }
    }

    private void ladder() {
        for (int i = 0; i < content.ladder().size(); i++) {
            Rung rung = content.ladder().get(i);
            String at = "/ladder/" + i;
            wrong(!rung.after().plausible(), at + "/after", "range");
            wrong(rung.recipients().isEmpty(), at + "/recipients", "required");
            for (int j = 0; j < rung.recipients().size(); j++) {
                Rung.Recipient to = rung.recipients().get(j);
                String who = at + "/recipients/" + j;
                String post = to.post();
                wrong(to.to() == Rung.To.POST && (post == null || post.isBlank()), who + "/post", "required");
                wrong(to.to() == Rung.To.HOLDER && to.holder() == null, who + "/holder", "required");
            }
            if (i > 0) {
                TimeLimit before = content.ladder().get(i - 1).after();
                boolean earlier =
                        before.of() == rung.after().of() && rung.after().count() < before.count();
                wrong(earlier, at + "/after", "order");
            }
        }
    }

    private void warnings() {
        for (int i = 0; i < content.warnings().size(); i++) {
            PolicyContent.WarningRule rule = content.warnings().get(i);
            String at = "/warnings/" + i;
            wrong(rule.least() < 1, at + "/least", "range");
            wrong(rule.days() < 1 || rule.days() > TimeLimit.MOST, at + "/days", "range");
            wrong(
                    content.warnings().subList(0, i).stream().anyMatch(other -> other.kind() == rule.kind()),
                    at,
                    "twice");
        }
    }

    private void unknownDomain(@Nullable String domain, String at) {
        wrong(domain != null && !domains.contains(domain), at + "/domain", "unknown");
    }

    private void wrong(boolean is, String pointer, String code) {
        if (is) {
            errors.add(new FieldError("/content" + pointer, code));
        }
    }
}
