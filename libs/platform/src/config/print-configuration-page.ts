import { renderConfigurationPage } from './configuration-page.ts';

process.stdout.write(renderConfigurationPage());
