package org.snn4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Shows the options of each mixin under the mixin's name, and those without a mixin last. Picocli's own way to headings,
 * argument groups, forgets what was given when an option of a group is repeated.
 */
final class HelpSections {
    private static final String PICOCLI_STANDARD_OPTIONS = "mixinStandardHelpOptions";

    private HelpSections() {}

    /** For the command and its subcommands. */
    static void addTo(CommandLine command) {
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpSections::render);
        command.getSubcommands().values().forEach(HelpSections::addTo);
    }

    private static String render(Help help) {
        StringBuilder text = new StringBuilder();
        List<OptionSpec> others = new ArrayList<>(help.commandSpec().options());
        for (Map.Entry<String, CommandSpec> mixin : help.commandSpec().mixins().entrySet()) {
            if (!mixin.getKey().equals(PICOCLI_STANDARD_OPTIONS)) {
                List<OptionSpec> section = mixin.getValue().options();
                others.removeAll(section);
                text.append(String.format("%n%s:%n", mixin.getKey())).append(list(help, section));
            }
        }
        return text + (text.isEmpty() ? "" : String.format("%nOther options:%n")) + list(help, others);
    }

    private static String list(Help help, List<OptionSpec> options) {
        return help.optionListExcludingGroups(options, help.createDefaultLayout(), null, help.parameterLabelRenderer());
    }
}
