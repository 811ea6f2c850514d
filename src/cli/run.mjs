import { spawn } from 'node:child_process';

/** npm as this system calls it. */
export const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/**
 * Runs a command with its output on this terminal; resolves to its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env] Added to this process's own.
 * @returns {Promise<number>}
 */
export function run(command, args, env = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			stdio: 'inherit',
			env: { ...process.env, ...env },
			shell: process.platform === 'win32'
		});
		child.on('error', (error) => {
			console.error(error.message);
			resolve(127);
		});
		child.on('exit', (code) => resolve(code ?? 1));
	});
}

/**
 * Runs a tool of node_modules by the file behind its name.
 * @param {string} file Path below node_modules, such as 'vite/bin/vite.js'.
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env]
 */
export const runTool = (file, args, env) =>
	run(process.execPath, [`node_modules/${file}`, ...args], env);
