package org.snn4j.tensor.learning;

import java.util.Set;
import org.snn4j.network.learning.DiehlAndCookExponentialRule;
import org.snn4j.network.learning.DiehlAndCookRule;
import org.snn4j.network.learning.DiehlAndCookSymmetricRule;
import org.snn4j.network.learning.Hebbian;
import org.snn4j.network.learning.LearningRule;
import org.snn4j.network.learning.MSTDP;
import org.snn4j.network.learning.MSTDPET;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Rmax;
import org.snn4j.network.learning.Triplet;
import org.snn4j.network.learning.WeightDependentPostPre;
import org.snn4j.tensor.translation.Translations;

/** The learning rules that the tensor engine knows. */
public final class RuleTranslations {
    private static final Translations<LearningRule, TensorSite, TensorLearner> REGISTER = new Translations<
                    LearningRule, TensorSite, TensorLearner>()
            .enter(PostPre.class, TensorPostPre::new)
            .enter(Hebbian.class, TensorPostPre::new)
            .enter(WeightDependentPostPre.class, TensorWeightDependentPostPre::new)
            .enter(Triplet.class, TensorTriplet::new)
            .enter(DiehlAndCookRule.class, TensorDiehlAndCookRule::new)
            .enter(DiehlAndCookExponentialRule.class, TensorDiehlAndCookExponentialRule::new)
            .enter(DiehlAndCookSymmetricRule.class, TensorDiehlAndCookSymmetricRule::new)
            .enter(MSTDP.class, TensorMSTDP::new)
            .enter(MSTDPET.class, TensorMSTDPET::new)
            .enter(Rmax.class, TensorRmax::new);

    private RuleTranslations() {}

    /** The rules that have a translation. */
    public static Set<Class<? extends LearningRule>> models() {
        return REGISTER.models();
    }

    /**
     * A rule at work on a connection.
     *
     * @throws UnsupportedOperationException if it has no translation and does not implement {@link TensorRule}
     */
    public static TensorLearner learner(LearningRule rule, TensorSite site) {
        if (rule instanceof TensorRule own) {
            return own.learner(site);
        }
        return REGISTER.translate(rule, site)
                .orElseThrow(() -> new UnsupportedOperationException("the tensor engine cannot run learning rule "
                        + rule.type() + ": it has no translation to ND4J and does not implement TensorRule; use the"
                        + " event engine"));
    }
}
